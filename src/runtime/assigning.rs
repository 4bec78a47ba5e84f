//! Working out an assignment off the page's thread, with a way out; where there is no worker, in
//! slices on it, so that the page stays alive.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::platform::next_frame;
use super::platform::worker::Worker;
use super::preferences;
use crate::domain::assignment::fit::Survey;
use crate::domain::assignment::job::{Answer, Job};
use crate::domain::assignment::propose::Proposal;
use crate::domain::assignment::weigh::Scales;
use crate::domain::assignment::wire;
use crate::present::assign::{ByHand, Pool, by_hand_of, by_hand_text, pooled};

/// Leads worked on in one slice.
const LEADS_A_SLICE: usize = 250;

impl App {
    /// Who was chosen by hand before the page of the proposal was left.
    pub fn kept_by_hand(self) -> ByHand {
        preferences::by_hand().as_deref().map(by_hand_of).unwrap_or_default()
    }

    /// Keeps the choices until the proposal is accepted.
    pub fn keep_by_hand(self, chosen: &ByHand) {
        let text = (!chosen.is_empty()).then(|| by_hand_text(chosen));
        preferences::keep_by_hand(text.as_deref());
    }
}

/// How far the work is.
#[derive(Clone, Debug, PartialEq)]
pub enum Assigning {
    /// The share that is done, 0 to 1.
    Underway(f64),
    /// The proposal; none where there is no lead or no person.
    Done(Option<Arc<Proposal>>),
    /// The person did not want to wait.
    Stopped,
}

/// Works on one assignment at a time; a newer one takes the place of the one underway.
#[derive(Clone, Copy)]
pub struct Assigner {
    app: App,
    state: RwSignal<Assigning>,
    run: StoredValue<u32>,
    worker: StoredValue<Option<Worker>, LocalStorage>,
}

impl Assigner {
    /// Nothing is worked on yet.
    pub fn new(app: App) -> Assigner {
        let assigner = Assigner {
            app,
            state: RwSignal::new(Assigning::Done(None)),
            run: StoredValue::new(0),
            worker: StoredValue::new_local(None),
        };
        on_cleanup(move || assigner.give_up());
        assigner
    }

    /// How far the work is.
    pub fn state(self) -> Signal<Assigning> {
        self.state.into()
    }

    /// Works out who should have the leads of a pool.
    pub fn start(self, pool: Pool) {
        self.give_up();
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
            let answer = match self.in_worker(run, &survey.scales).await {
                Some(answer) => Some(answer),
                None => self.in_slices(run, &survey.scales).await,
            };
            if let Some(answer) = answer.filter(|_| self.is_wanted(run)) {
                let proposal = Proposal::of(survey, answer);
                self.state.try_set(Assigning::Done(Some(Arc::new(proposal))));
            }
        });
    }

    /// Gives up what is underway and says so.
    pub fn stop(self) {
        self.give_up();
        self.state.try_set(Assigning::Stopped);
    }

    /// A worker that is not through cannot hear: it is dismissed. One without work stays for the
    /// next.
    fn give_up(self) {
        self.run.try_update_value(|run| *run = run.wrapping_add(1));
        let underway = self.state.try_with_untracked(|it| matches!(it, Assigning::Underway(_)));
        if underway != Some(false)
            && let Some(Some(worker)) = self.worker.try_update_value(Option::take)
        {
            worker.dismiss();
        }
    }

    fn is_wanted(self, run: u32) -> bool {
        self.run.try_get_value() == Some(run)
    }

    /// Nothing where the browser has no worker, or the worker failed.
    async fn in_worker(self, run: u32, scales: &Scales) -> Option<Answer> {
        let worker = self.worker.try_get_value()?.or_else(Worker::start)?;
        self.worker.try_set_value(Some(worker.clone()));
        let told = move |share| drop(self.state.try_set(Assigning::Underway(share)));
        let bytes = worker.work(&wire::of_scales(scales), told).await;
        let answer = bytes.and_then(|bytes| wire::answer(&bytes, scales));
        if answer.is_none() && self.is_wanted(run) {
            self.worker.try_set_value(None);
        }
        answer
    }

    /// Nothing where nobody waits for it any more.
    async fn in_slices(self, run: u32, scales: &Scales) -> Option<Answer> {
        let mut work = self.is_wanted(run).then(|| Job::new(scales.clone()))?;
        while self.is_wanted(run) && work.step(LEADS_A_SLICE) {
            self.state.try_set(Assigning::Underway(work.done()));
            next_frame().await;
        }
        self.is_wanted(run).then(|| work.finish().2)
    }
}
