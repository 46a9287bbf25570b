"""The clinic's own folder, which lies over the bundled library."""
