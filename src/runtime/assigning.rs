//! Working out an assignment in slices, so that the page stays alive, and with a way out.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::platform::next_frame;
use crate::domain::assignment::fit::Survey;
use crate::domain::assignment::job::Job;
use crate::domain::assignment::propose::Proposal;
use crate::present::assign::{Pool, pooled};

/// Leads worked on in one slice.
const LEADS_A_SLICE: usize = 250;

/// How far the work is.
#[derive(Clone, Debug, PartialEq)]
pub enum Assigning {
    /// The share that is done, 0 to 1.
    Underway(f64),
    /// The proposal; none where there is no lead or no person.
    Done(Option<Arc<Proposal>>),
}

/// Works on one assignment at a time; a newer one takes the place of the one underway.
#[derive(Clone, Copy)]
pub struct Assigner {
    app: App,
    state: RwSignal<Assigning>,
    run: StoredValue<u32>,
}

impl Assigner {
    /// Nothing is worked on yet.
    pub fn new(app: App) -> Assigner {
        let assigner =
            Assigner { app, state: RwSignal::new(Assigning::Done(None)), run: StoredValue::new(0) };
        on_cleanup(move || assigner.stop());
        assigner
    }

    /// How far the work is.
    pub fn state(self) -> Signal<Assigning> {
        self.state.into()
    }

    /// Works out who should have the leads of a pool.
    pub fn start(self, pool: Pool) {
        self.stop();
        let Some(run) = self.run.try_get_value() else { return };
        let today = self.app.today().get_untracked();
        let survey = self.app.peek(|it| {
            let leads = pooled(it, pool);
            (!leads.is_empty() && !it.people.is_empty())
                .then(|| Survey::new(it, &leads, pool.handing_over(), today))
        });
        let Some(survey) = survey else { return self.state.set(Assigning::Done(None)) };
        self.state.set(Assigning::Underway(0.0));
        spawn_local(async move {
            let mut work = Job::new(survey.scales.clone());
            while work.step(LEADS_A_SLICE) {
                next_frame().await;
                if self.run.try_get_value() != Some(run) {
                    return;
                }
                self.state.try_set(Assigning::Underway(work.done()));
            }
            let (_, _, answer) = work.finish();
            let proposal = Proposal::of(survey, answer);
            self.state.try_set(Assigning::Done(Some(Arc::new(proposal))));
        });
    }

    /// Gives up what is underway.
    pub fn stop(self) {
        self.run.try_update_value(|run| *run = run.wrapping_add(1));
    }
}
