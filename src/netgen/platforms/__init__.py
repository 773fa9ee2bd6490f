"""What a platform is, the list of all, and a folder for each: what it can do, its views and its templates."""
