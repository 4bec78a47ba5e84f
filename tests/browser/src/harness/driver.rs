//! The programs that drive browsers: started on free ports, ended with the run.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use super::{Engine, Outcome, wait};

/// As in the component tests; the switches keep Chromium from calling home.
const CHROMIUM_OPTIONS: &str = include_str!("../../webdriver.json");
/// Larger than every [`super::Size`]; windows take their size from the story.
const SCREEN: &str = "1600x1400x24";

/// A browser opens in a second or two, on a slow machine in five.
const PATIENCE: Duration = Duration::from_secs(15);
const ATTEMPTS: usize = 3;

/// A running WebDriver service. Dropping it ends it.
pub struct Driver {
    engine: Engine,
    url: String,
    /// The service first, then the screen it draws on.
    processes: Vec<Child>,
}

impl Driver {
    /// Starts the service of an engine and waits until it answers.
    ///
    /// # Errors
    /// When its program is not installed.
    pub async fn start(engine: Engine) -> Outcome<Driver> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let processes = match engine {
            Engine::Chromium => {
                vec![service("chromedriver", port).spawn().map_err(missing("chromedriver"))?]
            }
            Engine::WebKit => {
                let (screen, display) = start_screen()?;
                let driver = service("WebKitWebDriver", port).env("DISPLAY", display).spawn();
                vec![driver.map_err(missing("WebKitWebDriver"))?, screen]
            }
        };
        let driver = Driver { engine, url: format!("http://127.0.0.1:{port}"), processes };
        wait::until("the driver answers", || async {
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok())
        })
        .await?;
        Ok(driver)
    }

    /// A browser with an empty profile.
    ///
    /// WebKitWebDriver now and then leaves the first request of a session unanswered, and answers
    /// the next. So opening is tried again, and says so; what a story does never is.
    ///
    /// # Errors
    /// When the browser does not start.
    pub async fn browser(&self) -> Outcome<WebDriver> {
        for _ in 1..ATTEMPTS {
            match tokio::time::timeout(PATIENCE, self.open_session()).await {
                Ok(Ok(browser)) => return Ok(browser),
                Ok(Err(trouble)) => eprintln!("{:?} did not open: {trouble}", self.engine),
                Err(_) => eprintln!("{:?} did not open in {PATIENCE:?}", self.engine),
            }
        }
        self.open_session().await
    }

    async fn open_session(&self) -> Outcome<WebDriver> {
        let wanted = match self.engine {
            Engine::Chromium => chromium()?,
            Engine::WebKit => webkit()?,
        };
        let Value::Object(wanted) = wanted else { return Err("capabilities are an object".into()) };
        Ok(WebDriver::new(&self.url, Capabilities::from(wanted)).await?)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in &mut self.processes {
            // It may have ended by itself; either way it is gone afterwards.
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

fn service(program: &str, port: u16) -> Command {
    let mut command = Command::new(program);
    command
        .arg(format!("--port={port}"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// A screen in memory; it chooses a free number and tells it.
fn start_screen() -> Outcome<(Child, String)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut screen = command.spawn().map_err(missing("Xvfb"))?;
    let mut number = String::new();
    BufReader::new(screen.stdout.take().ok_or("the output is piped")?).read_line(&mut number)?;
    Ok((screen, format!(":{}", number.trim())))
}

fn chromium() -> Outcome<Value> {
    let mut wanted: Value = serde_json::from_str(CHROMIUM_OPTIONS)?;
    wanted["browserName"] = json!("chrome");
    wanted["goog:loggingPrefs"] = json!({ "browser": "ALL" });
    Ok(wanted)
}

/// Full screen: without the toolbar a window can be as narrow as a phone.
fn webkit() -> Outcome<Value> {
    let browser = ["x86_64", "aarch64"]
        .map(|machine| format!("/usr/lib/{machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser"))
        .into_iter()
        .find(|place| std::path::Path::new(place).is_file())
        .ok_or("MiniBrowser is missing; install the Debian package webkit2gtk-driver")?;
    Ok(
        json!({ "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation", "--full-screen"] } }),
    )
}

fn missing(program: &'static str) -> impl Fn(std::io::Error) -> String {
    move |error| {
        format!("{program} cannot be started: {error}. `cargo xtask test` says what to install.")
    }
}
