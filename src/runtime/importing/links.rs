//! What an import adds to records that are there, as ticked in its dry run.

use leptos::prelude::*;

use super::Importing;
use crate::domain::import::Batch;
use crate::domain::import_links::{Choice, Settled, link, settled};
use crate::domain::workspace::Workspace;
use crate::present::import::{self as present, CheckView};
use crate::present::import_links::{LinkRow, lead_link_rows, link_rows, still_offered};

impl Importing {
    /// What the import would do; follows the plan and what is ticked.
    pub fn check(self) -> CheckView {
        self.plan.track();
        let lang = self.app.lang().get();
        let (customers, leads) = (self.links.read(), self.lead_links.read());
        let choice = Choice { customers: &customers, leads: &leads };
        self.session.with_value(|session| {
            let Some((report, batch)) = session.report().zip(session.batch()) else {
                return CheckView::default();
            };
            let settled = match customers.is_empty() && leads.is_empty() {
                true => Settled::default(),
                false => self.app.peek(|it| settled(it, batch, choice)),
            };
            present::check(lang, report, &settled)
        })
    }

    /// The new leads that may be there already; follows the plan and what is ticked of customers.
    pub fn lead_link_rows(self) -> Vec<LinkRow> {
        self.plan.track();
        let lang = self.app.lang().get();
        let customers = self.links.read();
        self.rows(|workspace, batch| lead_link_rows(workspace, lang, batch, &customers))
    }

    /// The new customers that may be there already; follows the plan.
    pub fn link_rows(self) -> Vec<LinkRow> {
        self.plan.track();
        let lang = self.app.lang().get();
        self.rows(|workspace, batch| link_rows(workspace, lang, batch))
    }

    fn rows(self, read: impl FnOnce(&Workspace, &Batch) -> Vec<LinkRow>) -> Vec<LinkRow> {
        self.session.with_value(|session| match session.batch() {
            Some(batch) => self.app.peek(|workspace| read(workspace, batch)),
            None => Vec::new(),
        })
    }

    /// What was ticked and is not offered by a new plan any more comes as new again.
    pub(super) fn keep_offered(self) {
        let (Some(customers), Some(leads)) =
            (self.links.try_get_untracked(), self.lead_links.try_get_untracked())
        else {
            return;
        };
        let lang = self.app.lang().get_untracked();
        if !customers.is_empty() {
            let rows = self.rows(|workspace, batch| link_rows(workspace, lang, batch));
            self.links.set(still_offered(customers, &rows));
        }
        if !leads.is_empty() {
            let customers = self.links.get_untracked();
            let rows =
                self.rows(|workspace, batch| lead_link_rows(workspace, lang, batch, &customers));
            self.lead_links.set(still_offered(leads, &rows));
        }
    }

    /// Adds what is ticked to the records that are there, and counts the rows accordingly.
    pub(super) fn add_to_known(self, batch: &mut Batch) {
        let customers = self.links.try_get_untracked().unwrap_or_default();
        let leads = self.lead_links.try_get_untracked().unwrap_or_default();
        let choice = Choice { customers: &customers, leads: &leads };
        let today = self.app.today().get_untracked();
        self.app.peek(|workspace| {
            let settled = settled(workspace, batch, choice);
            let report = self.session.with_value(|it| it.report().map(|it| it.settled(&settled)));
            if let (Some((_, run)), Some(ends)) = (&mut batch.run, report) {
                let sum = |place: usize| ends.iter().map(|it| it[place] as i64).sum();
                (run.created, run.updated, run.unchanged) = (sum(0), sum(1), sum(2));
            }
            link(workspace, batch, choice, today);
        });
    }
}
