"""What passes between a person and their network: logged, offered, asked for, gained."""
