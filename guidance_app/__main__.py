"""Starts the program: the window, or the command that was typed."""

from guidance_app.cli.main import main

if __name__ == "__main__":
    main()
