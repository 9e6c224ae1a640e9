"""Starts the program: the window, or the command that was typed."""


def main() -> None:
    """Run the program with the words it was started with."""
    from guidance_app.cli.main import main as run  # noqa: PLC0415  the package itself loads nothing

    run()


if __name__ == "__main__":
    main()
