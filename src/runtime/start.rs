//! The start: reads what is stored, makes the app, and lets the page go up.

use leptos::prelude::*;

use super::app::App;
use super::platform::{clock, events, install, shell};
use super::route::Route;
use super::state::{Closed, Core};
use super::storage::BrowserStorage;
use super::{compact, tabs};
use crate::journal::ledger::Ledger;
use crate::journal::port::Fault;
use crate::journal::stamp::Writer;
use crate::journal::vault::{NotStored, Vault};
use crate::ui::Tone;

/// Reads what is stored and gives the app; `None` where the recovery page has taken over.
pub fn start() -> Option<App> {
    std::panic::set_hook(Box::new(|panic| shell::fail("panic", &panic.to_string())));
    match open() {
        Ok(core) => Some(watch(App::new(core))),
        Err(Fault::Denied) => {
            shell::fail("denied", "local storage");
            None
        }
        Err(Fault::Full) => {
            shell::fail("start", "the stored data cannot be taken in");
            None
        }
    }
}

fn open() -> Result<Core, Fault> {
    let storage = BrowserStorage;
    let vault = Vault::new(&storage);
    let loaded = vault.load()?;
    let drawn = clock::random_bits();
    let (device, room) = match vault.device(drawn as u32) {
        Ok(device) => (device, vault.fill_reserve()),
        Err(NotStored::Denied) => return Err(Fault::Denied),
        Err(NotStored::Full | NotStored::Unsound) => (drawn as u32, false),
    };
    let closed = match loaded.is_too_new() {
        true => Some(Closed::TooNew),
        false => (!room).then_some(Closed::Full),
    };
    let writer = Writer { device, tab: (drawn >> 32) as u32 };
    let (loose, unreadable) = (loaded.entries.len(), loaded.unreadable);
    let ledger = Ledger::new(writer, loaded.document, loaded.entries).map_err(|_| Fault::Full)?;
    Ok(Core { ledger, storage, unreadable, closed, loose })
}

fn watch(app: App) -> App {
    tabs::follow(app);
    install::watch();
    events::on_window("hashchange", move |_| {
        app.arrive(Route::parse(&shell::hash()));
    });
    events::on_window("huddle-update", move |_| {
        app.update.set(true);
        app.say_update();
    });
    app.update.set(shell::update_waits());
    let unreadable = app.unreadable().len();
    if unreadable != 0 {
        app.say(Tone::Warn, move |lang| lang.some_unreadable(unreadable));
    }
    app
}

/// What waits until the page stands: packing what earlier tabs left unpacked. Not before, because
/// tasks can only be given to the executor that mounting sets up.
pub fn after_mounting(app: App) {
    compact::when_worthwhile(app);
}
