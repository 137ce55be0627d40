"""`python -m shabakati_serving` does what `shabakati-app` does."""

from shabakati_serving.app import main

if __name__ == "__main__":
    main()
