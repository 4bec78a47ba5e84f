//! One import from the first file to the last: reads, plans in slices, asks, and takes in.
//!
//! It belongs to the wizard and dies with it. Until [`Importing::commit`] is through nothing is
//! changed. Whatever is chosen on the way starts the plan anew; a newer turn of work ends an
//! older one.

mod links;
mod state;
mod taken_out;

pub use state::{Remark, Step, Trouble, Work};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::{App, UNDO};
use super::import;
use super::platform::files::{self, Saved};
use super::platform::picking::File;
use super::platform::{clock, next_frame, text};
use super::refusal::Refusal;
use super::workbooks;
use crate::domain::command::Command;
use crate::domain::id::ImportId;
use crate::domain::import_links::Links;
use crate::domain::money::Currency;
use crate::domain::settings::Settings;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::import::{self as present, ColumnsView};
use crate::transfer::cells::date::DateOrder;
use crate::transfer::import::{Field, Kind, Progress, Session, Setup};

/// Rows worked on between two looks at the clock.
const ROWS_A_SLICE: usize = 100;

/// The import in hand; copies are handles on the same one.
#[derive(Clone, Copy)]
pub struct Importing {
    app: App,
    session: StoredValue<Session, LocalStorage>,
    files: StoredValue<Vec<File>, LocalStorage>,
    /// Sheets of workbooks that were taken out, by their names.
    left_out: StoredValue<Vec<String>>,
    /// The workspace as it would be with the currency that was chosen, where that differs.
    pretended: StoredValue<Option<Workspace>, LocalStorage>,
    turn: StoredValue<u32>,
    planned_at: StoredValue<Option<u64>>,
    plan: RwSignal<u32>,
    currency: RwSignal<Option<Currency>>,
    /// Where the wizard is.
    pub step: RwSignal<Step>,
    /// What is being done.
    pub work: RwSignal<Work>,
    /// Files that are not in.
    pub troubles: RwSignal<Vec<Trouble>>,
    /// What is to be said above the step.
    pub remark: RwSignal<Option<Remark>>,
    /// Which new customers are added to which that are there.
    pub links: RwSignal<Links>,
    /// Which new leads are added to which that are there.
    pub lead_links: RwSignal<Links>,
    /// Whether the import was undone after it was done.
    pub undone: RwSignal<bool>,
}

impl Importing {
    /// An import of no files yet.
    pub fn new(app: App) -> Importing {
        Importing {
            app,
            session: StoredValue::new_local(blank(app)),
            files: StoredValue::new_local(Vec::new()),
            left_out: StoredValue::new(Vec::new()),
            pretended: StoredValue::new_local(None),
            turn: StoredValue::new(0),
            planned_at: StoredValue::new(None),
            plan: RwSignal::new(0),
            currency: RwSignal::new(None),
            step: RwSignal::new(Step::Files),
            work: RwSignal::new(Work::Idle),
            troubles: RwSignal::new(Vec::new()),
            remark: RwSignal::new(None),
            links: RwSignal::new(Links::new()),
            lead_links: RwSignal::new(Links::new()),
            undone: RwSignal::new(false),
        }
    }

    /// The names of the files that are in.
    pub fn names(self) -> Vec<String> {
        self.plan.track();
        self.session
            .with_value(|it| (0..it.files()).map(|file| it.file_name(file).to_owned()).collect())
    }

    /// What the columns were taken for; follows the plan.
    pub fn columns(self) -> ColumnsView {
        self.plan.track();
        let lang = self.app.lang().get();
        self.session.with_value(|it| present::columns(lang, it))
    }

    /// The currency that amounts without one are read in.
    pub fn currency(self) -> Currency {
        self.plan.track();
        let adopted = self.session.with_value(|it| it.batch()?.settings.as_ref()?.currency);
        let chosen = self.currency.get().or(adopted);
        chosen.unwrap_or_else(|| self.app.peek(|it| it.settings().currency()))
    }

    /// Takes files in and works the plan out.
    pub fn add(self, picked: Vec<File>) {
        if picked.is_empty() {
            return;
        }
        self.troubles.set(Vec::new());
        self.remark.set(None);
        spawn_local(async move {
            let turn = self.begin(Work::Reading(0.0));
            for file in picked {
                if let Err(trouble) = self.take(&file).await {
                    self.troubles.try_update(|it| it.push(trouble));
                }
            }
            self.show_plan();
            if self.session.try_with_value(Session::files).is_some_and(|it| it != 0) {
                self.work_out(turn).await;
            } else {
                self.work.try_set(Work::Idle);
            }
            let clean = self.troubles.try_with_untracked(Vec::is_empty) == Some(true);
            if clean && self.is_ready() && self.turn.try_get_value() == Some(turn) {
                self.step.try_set(Step::Columns);
            }
        });
    }

    async fn take(self, file: &File) -> Result<(), Trouble> {
        let name = file.name();
        let known = self.files.try_with_value(|it| {
            it.iter().any(|known| known.name() == name && known.size() == file.size())
        });
        if known == Some(true) {
            return Err(Trouble::Twice(name));
        }
        let bytes = files::read(file).await.ok_or_else(|| Trouble::Unreadable(name.clone()))?;
        next_frame().await;
        let mut opened = workbooks::open(bytes).await;
        self.without_left_out(&name, &mut opened);
        let taken = self.session.try_update_value(|it| {
            it.add_file(&name, opened, |bytes| text::decode("gb18030", bytes))
        });
        match taken {
            Some(Err(refused)) => Err(Trouble::Refused(name, refused)),
            Some(Ok(())) => {
                self.files.try_update_value(|it| it.push(file.clone()));
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Begins anew, without files.
    pub fn clear(self) {
        self.begin(Work::Idle);
        self.session.set_value(blank(self.app));
        self.files.set_value(Vec::new());
        self.left_out.set_value(Vec::new());
        self.pretended.set_value(None);
        self.currency.set(None);
        self.troubles.set(Vec::new());
        self.remark.set(None);
        self.undone.set(false);
        self.links.set(Links::new());
        self.lead_links.set(Links::new());
        self.step.set(Step::Files);
        self.show_plan();
    }

    /// Takes the rows of a file for a kind, by its code.
    pub fn take_as(self, file: usize, kind: &str) {
        if let Some(kind) = Kind::of_code(kind) {
            self.choose(|session| session.take_as(file, kind));
        }
    }

    /// Takes a column for a field, by its code; an empty code leaves it out.
    pub fn map_column(self, file: usize, column: usize, field: &str) {
        self.choose(|session| session.map_column(file, column, Field::of_code(field)));
    }

    /// Reads the dates of a column in an order, by its code.
    pub fn read_dates(self, file: usize, column: usize, order: &str) {
        if let Some(order) = DateOrder::of_code(order) {
            self.choose(|session| session.read_dates(file, column, order));
        }
    }

    /// Reads amounts without a currency in this one.
    pub fn set_currency(self, currency: Currency) {
        self.currency.set(Some(currency));
        self.pretended.set_value(pretended(self.app, currency));
        self.choose(Session::restart);
    }

    fn choose(self, choice: impl FnOnce(&mut Session)) {
        self.session.update_value(choice);
        self.show_plan();
        self.go_on();
    }

    /// Works the plan out, or goes on where it was stopped.
    pub fn go_on(self) {
        self.remark.set(None);
        spawn_local(async move {
            let turn = self.begin(Work::Planning(0.0));
            self.work_out(turn).await;
        });
    }

    /// Stops what is being done; what is stored at that moment is stored.
    pub fn stop(self) {
        let saving = matches!(self.work.get_untracked(), Work::Saving(_));
        self.turn.update_value(|it| *it += 1);
        if !saving {
            self.work.set(Work::Stopped);
        }
    }

    /// Whether there is a plan.
    pub fn is_ready(self) -> bool {
        self.session.try_with_value(|it| it.report().is_some()) == Some(true)
    }

    fn begin(self, work: Work) -> u32 {
        self.turn.try_update_value(|it| *it += 1);
        self.work.try_set(work);
        self.turn.try_get_value().unwrap_or_default()
    }

    fn show_plan(self) {
        self.plan.try_update(|it| *it += 1);
    }

    /// Works in slices until there is a plan, or until a newer turn begins.
    async fn work_out(self, turn: u32) {
        loop {
            next_frame().await;
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            match self.slice() {
                None => return,
                Some(Progress::Done) if self.settle_currency() => None,
                Some(Progress::Done) => break,
                Some(it @ Progress::Reading(..)) => self.work.try_set(Work::Reading(it.fraction())),
                Some(it @ Progress::Planning(..)) => {
                    self.work.try_set(Work::Planning(it.fraction()))
                }
            };
        }
        self.planned_at.try_set_value(self.app.last_change());
        self.keep_offered();
        self.work.try_set(Work::Idle);
        self.show_plan();
    }

    /// Works until it is the browser's turn, or until there is a plan.
    fn slice(self) -> Option<Progress> {
        let turn = clock::Turn::begin();
        self.session.try_update_value(|session| {
            let mut work = |workspace: &Workspace| loop {
                match session.advance(workspace, ROWS_A_SLICE) {
                    Progress::Done => return Progress::Done,
                    progress if turn.is_over() => return progress,
                    Progress::Reading(..) | Progress::Planning(..) => {}
                }
            };
            self.pretended.with_value(|pretended| match pretended {
                Some(workspace) => work(workspace),
                None => self.app.peek(work),
            })
        })
    }

    /// A board without a currency reads amounts that name none in the usual one of the language;
    /// says whether the plan must be worked out anew for that.
    fn settle_currency(self) -> bool {
        let open = self.currency.try_get_untracked() == Some(None)
            && self.app.peek(|it| it.settings().currency.is_none());
        let asked = self.session.with_value(|session| {
            let bare = session.report().is_some_and(|it| !present::bare_amounts(it).is_empty());
            bare && session.batch().is_some_and(|it| it.settings.is_none())
        });
        if !open || !asked {
            return false;
        }
        let usual = self.app.lang().get_untracked().sample_words().currency;
        self.currency.try_set(Some(usual));
        self.pretended.set_value(pretended(self.app, usual));
        self.session.update_value(Session::restart);
        true
    }

    /// Takes it all in, as one step that can be undone.
    pub fn commit(self) {
        self.remark.set(None);
        spawn_local(async move {
            if self.planned_at.try_get_value() != Some(self.app.last_change()) {
                let turn = self.begin(Work::Planning(0.0));
                self.session.try_update_value(Session::restart);
                self.work_out(turn).await;
                self.remark.try_set(Some(Remark::ChangedMeanwhile));
                return;
            }
            let Some(batch) = self.batch() else { return };
            let turn = self.begin(Work::Saving(0.0));
            let progress = Callback::new(move |share| {
                self.work.try_set(Work::Saving(share));
            });
            let stopped = move || self.turn.try_get_value().is_some_and(|it| it != turn);
            let done = import::commit(self.app, batch, progress, stopped).await;
            self.work.try_set(Work::Idle);
            self.show_done(done.map(drop));
        });
    }

    fn batch(self) -> Option<crate::domain::import::Batch> {
        let mut batch = self.session.try_with_value(|it| it.batch().cloned())??;
        let settings = self.app.peek(Workspace::settings);
        let chosen = self.currency.try_get_untracked().flatten();
        if let (None, None, Some(currency)) = (&batch.settings, settings.currency, chosen) {
            batch.settings = Some(Settings { currency: Some(currency), ..settings });
        }
        self.add_to_known(&mut batch);
        Some(batch)
    }

    fn show_done(self, done: Result<(), Refusal>) {
        let remark = match done {
            Ok(()) => {
                self.step.try_set(Step::Done);
                return;
            }
            Err(Refusal::Cancelled) => Remark::Stopped,
            Err(refusal) => Remark::Refused(refusal),
        };
        self.remark.try_set(Some(remark));
    }

    /// Takes the import back.
    pub fn undo(self) {
        self.app.do_action(UNDO);
        self.undone.set(true);
    }

    /// Removes the sample, before one's own data comes.
    pub fn remove_sample(self) {
        self.app.act(Command::ClearSample);
        self.choose(Session::restart);
    }

    /// Saves the rows of a file that are not taken, with the reasons.
    pub fn save_failed(self, file: usize) {
        let lang = self.app.lang().get_untracked();
        let (name, rows) = self.session.with_value(|it| {
            let words = |rejected: &_| present::failure(lang, rejected);
            let rows = it.failed_rows(file, lang.failed_rows_heading(), &words);
            (present::stem(it.file_name(file)).to_owned(), rows)
        });
        spawn_local(async move {
            let name = lang.import_failed_name(&name);
            if files::save(&name, "text/csv", &rows).await == Saved::Refused {
                self.app.say(crate::ui::Tone::Warn, Lang::import_failed_refused);
            }
        });
    }
}

fn blank(app: App) -> Session {
    Session::new(Setup {
        import: ImportId::from(app.draw_id()),
        today: app.today().get_untracked(),
        words: app.lang().get_untracked().import_words(),
    })
}

/// The workspace with another currency; nothing where it has that one already.
fn pretended(app: App, currency: Currency) -> Option<Workspace> {
    let settings = app.peek(Workspace::settings);
    if settings.currency == Some(currency) {
        return None;
    }
    let settings = Settings { currency: Some(currency), ..settings };
    Some(app.peek(|workspace| workspace.with_settings(&settings)))
}
