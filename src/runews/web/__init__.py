"""Web pages: bytes or a string of HTML become an article's text and what the page tells."""
