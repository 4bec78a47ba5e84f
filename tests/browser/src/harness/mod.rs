//! Browsers, servers and gestures. Knows the loader's contract (`public/boot.js`), not the product.

mod axe;
mod case;
mod driver;
mod files;
mod keys;
mod measure;
mod runner;
mod stage;
mod story;
mod tabs;
mod touch;
mod versions;
mod wait;

use std::error::Error;

pub use axe::Violation;
pub use case::{Case, Engine, Lang, Size, Theme};
pub use driver::Driver;
pub use measure::Memory;
pub use runner::{Totals, tell};
pub use stage::Stage;
pub use story::{Breadth, Story};
pub use tabs::Tab;
pub use touch::Point;
pub use versions::{next_version, version_at, version_with};

/// What a step comes to. Facts are held by `assert!`, trouble with the browser by `?`.
pub type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;
