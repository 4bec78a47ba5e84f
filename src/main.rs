//! Starts the page.

fn main() {
    huddle::app::start();
}
