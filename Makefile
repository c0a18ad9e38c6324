.PHONY: check
check:
	.venv/bin/ruff check src tests && .venv/bin/mypy
