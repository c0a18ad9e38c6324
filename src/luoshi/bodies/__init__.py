"""Who and where: places, bodies, posts, persons."""
