//! Programs that come from the system: browsers, their drivers, a screen that is not there.
//!
//! On Debian as root they are installed; elsewhere the missing ones are named.

use std::path::Path;

use crate::paths;
use crate::process::{self, Outcome};

/// A program or file, and the Debian package that brings it.
struct Need {
    file: &'static str,
    package: &'static str,
}

/// What the browser stories and the component tests take.
const BROWSERS: [Need; 7] = [
    Need { file: "chromium", package: "chromium" },
    Need { file: "chromedriver", package: "chromium-driver" },
    Need { file: "WebKitWebDriver", package: "webkit2gtk-driver" },
    Need { file: "Xvfb", package: "xvfb" },
    Need {
        file: "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        package: "fonts-noto-cjk",
    },
    Need { file: "node", package: "nodejs" },
    Need { file: "npm", package: "npm" },
];

/// Makes sure that both browsers and their drivers are there.
pub fn browsers() -> Outcome {
    let missing: Vec<&str> =
        BROWSERS.iter().filter(|need| !need.is_met()).map(|need| need.package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let install = format!("apt-get install --yes --no-install-recommends {}", missing.join(" "));
    if paths::program("apt-get").is_none() {
        return Err(format!(
            "Missing: {}. Install what these Debian packages hold.",
            missing.join(", ")
        )
        .into());
    }
    if process::output(process::command("id").arg("-u"))?.trim() != "0" {
        return Err(format!("Missing: {}. Run: sudo {install}", missing.join(", ")).into());
    }
    println!("Installing {} …", missing.join(", "));
    apt_get(&["update", "--quiet"])?;
    apt_get(
        &[&["install", "--yes", "--quiet", "--no-install-recommends"], missing.as_slice()].concat(),
    )
    .map_err(|trouble| format!("{trouble}\nRun: {install}").into())
}

impl Need {
    fn is_met(&self) -> bool {
        Path::new(self.file).is_file() || paths::program(self.file).is_some()
    }
}

fn apt_get(words: &[&str]) -> Outcome {
    process::run(process::command("apt-get").args(words).env("DEBIAN_FRONTEND", "noninteractive"))
}
