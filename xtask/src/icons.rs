//! `cargo xtask icons`: draws the PNG icons from the SVG one in a headless Chromium.
//!
//! The results are committed; this runs only after the drawing has changed.

use crate::process::{self, Outcome};
use crate::{debian, paths};

/// The accent of the light theme, to the edge: what systems cut into a shape of their own.
const GROUND: &str = "#0f6b6b";

struct Icon {
    file: &'static str,
    pixels: u32,
    /// How much of the width the drawing takes; the rest is ground.
    share: f64,
    ground: &'static str,
}

const ICONS: [Icon; 4] = [
    Icon { file: "icon-192.png", pixels: 192, share: 1.0, ground: "transparent" },
    Icon { file: "icon-512.png", pixels: 512, share: 1.0, ground: "transparent" },
    Icon { file: "maskable-512.png", pixels: 512, share: 0.8, ground: GROUND },
    Icon { file: "apple-touch-180.png", pixels: 180, share: 0.94, ground: GROUND },
];

/// Draws every icon.
///
/// # Errors
/// When there is no Chromium.
pub fn draw() -> Outcome {
    debian::browsers()?;
    let folder = paths::root().join("public/icons");
    let svg = std::fs::read_to_string(folder.join("icon.svg"))?;
    let page = paths::target().join("icon.html");
    for icon in ICONS {
        let size = f64::from(icon.pixels) * icon.share;
        std::fs::write(
            &page,
            format!(
                "<!doctype html><style>html{{background:{};height:100%}}body{{height:100%;margin:0;display:grid;place-items:center}}svg{{width:{size}px}}</style>{svg}",
                icon.ground,
            ),
        )?;
        let mut chromium = process::command("chromium");
        chromium.args([
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--default-background-color=00000000",
        ]);
        chromium.arg(format!("--window-size={0},{0}", icon.pixels));
        chromium.arg(format!("--screenshot={}", folder.join(icon.file).display())).arg(&page);
        process::run(&mut chromium)?;
    }
    Ok(())
}
