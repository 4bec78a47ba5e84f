//! One browser, one server, one case: what a story acts on.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver, WebElement};
use xtask::paths;
use xtask::server::{Server, Site};

use super::{Case, Driver, Engine, Lang, Outcome, Size, Theme, wait};

/// Where a story happens. Clones share the browser and the server.
#[derive(Clone)]
pub struct Stage {
    /// The case this telling is for.
    pub case: Case,
    /// The browser, for what the stage has no words for.
    pub browser: WebDriver,
    server: Arc<Mutex<Server>>,
    /// Whether language and theme are in the browser's storage.
    dressed: Arc<AtomicBool>,
    /// The story's other tablets, each with what drives its browser.
    others: Arc<Mutex<Vec<(Stage, Driver)>>>,
}

impl Stage {
    /// A stage for a browser that was just started, serving `dist/` at the root of a free port.
    pub async fn set(browser: WebDriver, case: Case) -> Outcome<Stage> {
        if !paths::dist().join("version.json").is_file() {
            return Err("dist/ holds no page; `cargo xtask dist` builds it".into());
        }
        let server = Server::start(Site { folder: paths::dist(), base: "/".to_owned() }, 0)?;
        let stage = Stage {
            case,
            browser,
            server: Arc::new(Mutex::new(server)),
            dressed: Arc::default(),
            others: Arc::default(),
        };
        stage.resize(case.size).await?;
        Ok(stage)
    }

    /// Another browser with an empty profile, as on another tablet. A driver of its own, because
    /// WebKitWebDriver drives one browser at a time; both end with the story.
    pub async fn another(&self) -> Outcome<Stage> {
        let driver = Driver::start(self.case.engine).await?;
        let other = Stage::set(driver.browser().await?, self.case).await?;
        self.others().push((other.clone(), driver));
        Ok(other)
    }

    /// Ends the story's other browsers.
    pub(super) async fn end_others(&self) -> Outcome {
        let others = std::mem::take(&mut *self.others());
        for (other, _driver) in others {
            other.browser.quit().await?;
        }
        Ok(())
    }

    /// A picture of every browser of the story.
    pub(super) async fn pictures(&self, name: &str) -> Outcome<Vec<PathBuf>> {
        let mut places = vec![self.picture(name).await?];
        let others: Vec<Stage> = self.others().iter().map(|(other, _)| other.clone()).collect();
        for (other, number) in others.into_iter().zip(2..) {
            places.push(other.picture(&format!("{name}-{number}")).await?);
        }
        Ok(places)
    }

    fn others(&self) -> MutexGuard<'_, Vec<(Stage, Driver)>> {
        self.others.lock().expect("no holder of the others panics")
    }

    /// The server, to be stopped, restarted, broken or given another version.
    pub fn server(&self) -> MutexGuard<'_, Server> {
        self.server.lock().expect("no holder of the server panics")
    }

    /// Serves the page under another path from now on, on another port.
    pub fn serve_under(&self, base: &str) -> Outcome {
        *self.server() = Server::start(Site { folder: paths::dist(), base: base.to_owned() }, 0)?;
        Ok(())
    }

    /// Opens the page at a route such as `#/leads`, in the language and theme of the case.
    pub async fn open(&self, route: &str) -> Outcome {
        if !self.dressed.swap(true, Ordering::SeqCst) {
            self.dress().await?;
        }
        self.until_taken().await?;
        let url = self.server().url();
        Ok(self.browser.goto(format!("{url}{route}")).await?)
    }

    /// Waits until the work of what was tapped has begun: it does so a frame later, in which nobody
    /// but a driver has left the page. One that is not there has nothing to wait for.
    async fn until_taken(&self) -> Outcome {
        let waits = "return Boolean(document.querySelector('button[aria-busy=true]'))";
        match self.script::<bool>(waits, json!([])).await {
            Ok(true) => {
                let begun = "return !document.querySelector('button[aria-busy=true]')";
                self.until("the work of what was tapped has begun", begun).await
            }
            Ok(false) | Err(_) => Ok(()),
        }
    }

    /// Stores language and theme before the page is first opened. A plain case stores nothing, as
    /// on a first visit.
    async fn dress(&self) -> Outcome {
        if self.case.lang == Lang::En && self.case.theme == Theme::Auto {
            return Ok(());
        }
        // Any file of the origin will do; this one starts nothing.
        let url = self.server().url();
        self.browser.goto(format!("{url}version.json")).await?;
        self.store("huddle/ui/lang", self.case.lang.as_str()).await?;
        self.store("huddle/ui/theme", self.case.theme.as_str()).await?;
        // It has no icon; the errors of the story begin after it.
        self.console_errors().await.map(drop)
    }

    /// Opens the page and waits until the app stands.
    pub async fn start(&self, route: &str) -> Outcome {
        self.open(route).await?;
        self.until_ready().await
    }

    /// Loads the page again, as the browser's button does.
    pub async fn reload(&self) -> Outcome {
        self.until_taken().await?;
        Ok(self.browser.refresh().await?)
    }

    /// Waits until the app has mounted.
    pub async fn until_ready(&self) -> Outcome {
        self.until("the app stands", "return !document.getElementById('shell') && document.getElementById('app').hasChildNodes()").await
    }

    /// Waits until the page could be loaded without a network.
    pub async fn until_offline_ready(&self) -> Outcome {
        self.until(
            "the service worker controls the page",
            "return Boolean(navigator.serviceWorker?.controller)",
        )
        .await
    }

    /// Waits until a script in the page gives `true`.
    pub async fn until(&self, what: &str, script: &str) -> Outcome {
        wait::until(what, || async {
            Ok(self.script::<bool>(script, json!([])).await?.then_some(()))
        })
        .await
    }

    /// Runs the body of a function in the page; `arguments` are its arguments, a promise is waited
    /// for.
    pub async fn script<T: DeserializeOwned>(&self, body: &str, arguments: Value) -> Outcome<T> {
        let Value::Array(arguments) = arguments else { return Err("arguments are a list".into()) };
        Ok(self.browser.execute(body, arguments).await?.convert()?)
    }

    /// Stores a text in the page's local storage.
    pub async fn store(&self, key: &str, value: &str) -> Outcome {
        self.script("localStorage.setItem(arguments[0], arguments[1])", json!([key, value])).await
    }

    /// What the page's local storage holds.
    pub async fn stored(&self, key: &str) -> Outcome<Option<String>> {
        self.script("return localStorage.getItem(arguments[0])", json!([key])).await
    }

    /// The element with a `data-testid`, once it is seen.
    pub async fn see(&self, test_id: &str) -> Outcome<WebElement> {
        self.see_css(&format!("[data-testid=\"{test_id}\"]")).await
    }

    /// The first element that a selector finds, once it is seen. For roles: `[role=dialog]`.
    pub async fn see_css(&self, selector: &str) -> Outcome<WebElement> {
        wait::until(&format!("{selector} is seen"), || async {
            let element = self.browser.find(By::Css(selector)).await?;
            Ok(element.is_displayed().await?.then_some(element))
        })
        .await
    }

    /// Every element with a `data-testid`, seen or not, as they are now.
    pub async fn all(&self, test_id: &str) -> Outcome<Vec<WebElement>> {
        Ok(self.browser.find_all(By::Css(format!("[data-testid=\"{test_id}\"]"))).await?)
    }

    /// Waits until no element with a `data-testid` is there.
    pub async fn until_gone(&self, test_id: &str) -> Outcome {
        let selector = format!("[data-testid=\"{test_id}\"]");
        wait::until(&format!("{selector} is gone"), || async {
            let found: bool = self
                .script("return !document.querySelector(arguments[0])", json!([selector]))
                .await?;
            Ok(found.then_some(()))
        })
        .await
    }

    /// The visible text of an element.
    pub async fn text(&self, test_id: &str) -> Outcome<String> {
        Ok(self.see(test_id).await?.text().await?)
    }

    /// How many elements carry a `data-testid`.
    pub async fn count(&self, test_id: &str) -> Outcome<usize> {
        self.script(
            "return document.querySelectorAll(`[data-testid=\"${arguments[0]}\"]`).length",
            json!([test_id]),
        )
        .await
    }

    /// Waits until an element shows exactly this text.
    pub async fn until_text(&self, test_id: &str, text: &str) -> Outcome {
        wait::until(&format!("{test_id} shows {text:?}"), || async {
            Ok((self.text(test_id).await? == text).then_some(()))
        })
        .await
    }

    /// Puts text into a field, replacing what it holds.
    pub async fn fill(&self, test_id: &str, text: &str) -> Outcome {
        let field = self.see(test_id).await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// Waits until an element stays where it is: what is worked out last has come, and moves nothing
    /// any more.
    pub async fn until_still(&self, selector: &str) -> Outcome {
        self.see_css(selector).await?;
        let still = format!(
            "const top = document.querySelector(\"{selector}\")?.getBoundingClientRect().top;
             const still = top === window.topBefore;
             window.topBefore = top;
             return still"
        );
        self.until(&format!("{selector} stays where it is"), &still).await
    }

    /// Presses the button that carries a `data-testid`, or stands in what carries it, once it can
    /// be pressed.
    pub async fn press(&self, test_id: &str) -> Outcome {
        let carrier = format!("[data-testid=\"{test_id}\"]");
        self.press_css(&format!("{carrier} button:enabled, button{carrier}:enabled")).await
    }

    /// Presses the button that carries a `data-testid` within the first that a selector finds.
    pub async fn press_in(&self, within: &str, test_id: &str) -> Outcome {
        self.press_css(&format!("{within} [data-testid=\"{test_id}\"]:enabled")).await
    }

    /// Presses the first that a selector finds, with a finger.
    pub async fn press_css(&self, button: &str) -> Outcome {
        self.tap_css(button).await
    }

    /// Types into the field that a selector finds, in place of what it holds.
    pub async fn fill_in(&self, selector: &str, text: &str) -> Outcome {
        let field = self.see_css(selector).await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// Gives the window the size of a screen. Chromium becomes a device with fingers.
    pub async fn resize(&self, size: Size) -> Outcome {
        let (width, height) = size.pixels();
        if self.case.engine == Engine::Chromium {
            let cdp = self.browser.cdp();
            let device =
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
            cdp.send_raw("Emulation.setDeviceMetricsOverride", device).await?;
            let fingers = json!({ "enabled": true, "maxTouchPoints": 5 });
            cdp.send_raw("Emulation.setTouchEmulationEnabled", fingers).await?;
            return Ok(());
        }
        self.browser.set_window_rect(0, 0, width, height).await?;
        let fits = format!("return innerWidth === {width} && innerHeight === {height}");
        self.until("the window has its size", &fits).await
    }

    /// Saves a picture as `target/screens/NAME.png` and gives its place.
    pub async fn picture(&self, name: &str) -> Outcome<PathBuf> {
        let folder = paths::target().join("screens");
        std::fs::create_dir_all(&folder)?;
        let place = folder.join(format!("{name}-{}.png", self.case.to_string().replace(' ', "-")));
        self.browser.screenshot(&place).await?;
        Ok(place)
    }

    /// Errors in the console since the last call. WebKitWebDriver does not tell them: there the
    /// list is always empty, and Chromium speaks for both.
    pub async fn console_errors(&self) -> Outcome<Vec<String>> {
        if self.case.engine == Engine::WebKit {
            return Ok(Vec::new());
        }
        let entries = self.browser.browser_log().await?;
        Ok(entries
            .into_iter()
            .filter(|entry| {
                let level = entry.level.to_string();
                level == "SEVERE"
            })
            .map(|entry| entry.message)
            .collect())
    }
}
