//! Compaction in the background: one tab at a time, in slices, never in the way.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::on_demand::on_demand;
use super::platform::{locks, next_frame};
use crate::domain::face::Matter;
use crate::journal::compaction::{Compaction, Progress, WORTHWHILE};

/// Who holds it may take history away or add to it; no other tab does at that time.
pub(super) const LOCK: &str = "huddle/main/compaction";

/// Starts a compaction where enough has come together. It waits while a person or a customer has
/// the tablet: it writes everything anew, and the browser tells other tabs what is written and what
/// was there before.
pub(super) fn when_worthwhile(app: App) {
    if !app.face.get_untracked().may_see(Matter::Work) {
        return;
    }
    let worthwhile = app.core.try_update_value(|core| {
        let worthwhile = WORTHWHILE <= core.loose;
        if worthwhile {
            core.loose = 0;
        }
        worthwhile
    });
    if worthwhile == Some(true) {
        spawn_local(run(app));
    }
}

/// Compacts, unless another tab does. Where its code cannot be fetched a later one will make up for
/// it: everything is stored already.
pub(super) async fn run(app: App) {
    let compact = move || async move {
        if let Ok(work) = slices(app).await {
            work.await;
        }
    };
    locks::alone(LOCK, compact).await;
}

on_demand! {
    fn slices(app: App) -> Pin<Box<dyn Future<Output = ()>>>, from upkeep, fetched by fetch_upkeep {
        Box::pin(work(app))
    }
}

async fn work(app: App) {
    let begun = app.core.with_value(|core| Compaction::new(&core.vault(), &core.ledger));
    let mut compaction = match begun {
        Ok(Some(compaction)) => compaction,
        Ok(None) => return super::tabs::catch_up(app),
        Err(_) => return,
    };
    loop {
        next_frame().await;
        let step = app.core.try_with_value(|core| compaction.step(&core.vault(), &core.ledger));
        match step {
            Some(Ok(Progress::Underway)) => {}
            _ => break,
        }
    }
    app.core.update_value(|core| {
        core.loose = 0;
        core.vault().fill_reserve();
    });
}
