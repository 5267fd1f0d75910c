"""Measures the built site with the Nu checker and Lighthouse, beside what `make test` checks by itself."""
