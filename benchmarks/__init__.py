"""What runews costs, measured against bare natasha on the same articles in the same run."""
