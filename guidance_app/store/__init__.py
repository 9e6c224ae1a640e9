"""Where records are kept: encrypted, append-only, one transaction for every act."""
