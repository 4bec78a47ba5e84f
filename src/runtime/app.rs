//! What pages see of the application: data to read, ways to act, where the page is.
//!
//! There is one [`App`], provided at the root. Reading through [`App::view`] follows the tables it
//! names; writing goes through [`App::give`] and [`App::act`], never past them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::compact;
use super::names::Names;
use super::platform::{after_paint, clock, shell};
use super::preferences::{self, Theme};
use super::refusal::Refusal;
use super::route::Route;
use super::state::{Closed, Core};
use super::touched::LeadsTouched;
use crate::domain::calendar::Day;
use crate::domain::command::{Command, Context};
use crate::domain::face::Face;
use crate::domain::id::RecordId;
use crate::domain::label::Label;
use crate::domain::pin::Watch;
use crate::domain::pulse::BallotBox;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::journal::history::{self, Happening};
use crate::journal::ledger::Direction;
use crate::journal::vault::{Size, Unreadable};
use crate::present::words;
use crate::ui::{NotSavedReason, Said, SaveState, Toast, ToastAction, Tone};

/// The application, for pages.
#[derive(Clone, Copy)]
pub struct App {
    pub(super) core: StoredValue<Core, LocalStorage>,
    pub(super) tables: [RwSignal<u32>; TABLES],
    /// What the last change of the leads' table touched.
    pub(super) touched: StoredValue<LeadsTouched>,
    pub(super) names: StoredValue<Names, LocalStorage>,
    pub(super) save: RwSignal<SaveState>,
    pub(super) steps: RwSignal<Steps>,
    toasts: RwSignal<Vec<Toast>>,
    lang: RwSignal<Lang>,
    theme: RwSignal<Theme>,
    pub(super) route: RwSignal<Route>,
    going: RwSignal<Route>,
    pub(super) today: RwSignal<Day>,
    pub(super) backup: RwSignal<Option<u64>>,
    pub(super) update: RwSignal<bool>,
    pub(super) face: RwSignal<Face>,
    /// Ballots of a pulse that goes round. They are in no storage, and no slip to another page or
    /// face drops them.
    ballots: RwSignal<Option<BallotBox>>,
    /// What this page saw of the wait after wrong tries of the PIN.
    pub(super) pin_watch: StoredValue<Watch>,
    /// Holds back who wants to leave the page that stands.
    pub(super) guard: StoredValue<Option<super::guarding::Guard>>,
}

const TABLES: usize = Table::ALL.len();

/// The action of a toast that takes the last step back.
pub const UNDO: &str = "undo";
/// The action of a toast that takes the new version.
pub const UPDATE: &str = "update";

/// What undo and redo would do next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    /// What undo would take back.
    pub undo: Option<Label>,
    /// What redo would do again.
    pub redo: Option<Label>,
}

/// The application; every component below the root has it.
pub fn use_app() -> App {
    expect_context::<App>()
}

impl App {
    pub(super) fn new(core: Core) -> App {
        let save = match core.closed {
            Some(Closed::TooNew) => SaveState::NotSaved(NotSavedReason::TooNew),
            Some(Closed::Full) => SaveState::NotSaved(NotSavedReason::Full),
            _ => SaveState::Saved,
        };
        let route = Route::parse(&shell::hash());
        let app = App {
            core: StoredValue::new_local(core),
            tables: [(); TABLES].map(|()| RwSignal::new(0)),
            touched: StoredValue::default(),
            names: StoredValue::new_local(Names::default()),
            save: RwSignal::new(save),
            steps: RwSignal::default(),
            toasts: RwSignal::default(),
            lang: RwSignal::new(preferences::lang()),
            theme: RwSignal::new(preferences::theme()),
            route: RwSignal::new(route.clone()),
            going: RwSignal::new(route),
            today: RwSignal::new(clock::today()),
            backup: RwSignal::new(preferences::last_backup()),
            update: RwSignal::new(false),
            face: RwSignal::new(preferences::face().unwrap_or_default()),
            ballots: RwSignal::new(None),
            pin_watch: StoredValue::default(),
            guard: StoredValue::new(None),
        };
        app.show_steps();
        app
    }

    /// Reads the team's data; what calls it runs again when one of `tables` changes.
    pub fn view<T>(self, tables: &[Table], read: impl FnOnce(&Workspace) -> T) -> T {
        self.track(tables);
        self.peek(read)
    }

    /// What calls it runs again when one of `tables` changes.
    pub fn track(self, tables: &[Table]) {
        for table in tables {
            self.tables[*table as usize].track();
        }
    }

    /// Reads the team's data as it is now.
    pub fn peek<T>(self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.core.with_value(|core| read(core.ledger.workspace()))
    }

    /// Does something, whole or not at all.
    ///
    /// # Errors
    /// The [`Refusal`], to be shown where the person is looking.
    pub fn give(self, command: Command) -> Result<(), Refusal> {
        super::dispatch::give(self, command).map(drop)
    }

    /// Does something and says so, with a way back.
    ///
    /// # Errors
    /// The [`Refusal`], to be shown where the person is looking.
    pub fn act_here(self, command: Command) -> Result<(), Refusal> {
        let done = super::dispatch::give(self, command)?;
        done.iter().for_each(|label| self.say_done(label));
        Ok(())
    }

    /// Does something and says so, with a way back; or says why not.
    pub fn act(self, command: Command) {
        match super::dispatch::give(self, command) {
            Ok(Some(label)) => self.say_done(&label),
            Ok(None) => {}
            Err(refusal) => self.say_refused(&refusal),
        }
    }

    /// Takes the last step back, or does it again.
    pub fn step(self, direction: Direction) {
        match super::dispatch::step(self, direction) {
            Ok(Some(label)) => {
                self.say(Tone::Plain, move |lang| words::label(lang, &label));
            }
            Ok(None) => {}
            Err(refusal) => self.say_refused(&refusal),
        }
    }

    /// What undo and redo would do.
    pub fn steps(self) -> Signal<Steps> {
        self.steps.into()
    }

    /// What a command may know of the world.
    pub fn context(self) -> Context {
        Context { today: self.today.get_untracked() }
    }

    /// An id for a new record.
    pub fn draw_id(self) -> RecordId {
        RecordId(clock::random_bits())
    }

    /// Today, at this place.
    pub fn today(self) -> Signal<Day> {
        self.today.into()
    }

    /// The language of the page.
    pub fn lang(self) -> Signal<Lang> {
        self.lang.into()
    }

    /// The ballots of the pulse that goes round; none while none does.
    pub fn ballots(self) -> RwSignal<Option<BallotBox>> {
        self.ballots
    }

    /// Shows another language for whoever has the tablet; the tablet's own comes back with
    /// [`App::show_own_lang`].
    pub fn show_lang(self, lang: Lang) {
        preferences::show_lang(lang);
        self.lang.set(lang);
    }

    /// Shows the tablet's own language again.
    pub fn show_own_lang(self) {
        let own = self.own_lang();
        if self.lang.get_untracked() != own {
            self.show_lang(own);
        }
    }

    /// The tablet's own language, whatever a customer looks at.
    pub fn own_lang(self) -> Lang {
        preferences::lang()
    }

    /// Switches the language at once.
    pub fn set_lang(self, lang: Lang) {
        preferences::keep_lang(lang);
        self.lang.set(lang);
    }

    /// How the page looks.
    pub fn theme(self) -> Signal<Theme> {
        self.theme.into()
    }

    /// Switches the look at once.
    pub fn set_theme(self, theme: Theme) {
        preferences::keep_theme(theme);
        self.theme.set(theme);
    }

    /// The page that is shown.
    pub fn route(self) -> Memo<Route> {
        let route = self.route;
        Memo::new(move |_| route.get())
    }

    /// The page that the person is going to; that is the one that is shown, but for the moment
    /// between a tap and the page it leads to.
    pub fn going(self) -> Signal<Route> {
        self.going.into()
    }

    /// Goes to a page; back leads here again.
    pub fn go(self, route: Route) {
        shell::push_hash(&route.href());
        self.follow(route);
    }

    /// Goes to a page in place of this one, as when a filter changes.
    pub fn replace(self, route: Route) {
        shell::replace_hash(&route.href());
        self.follow(route);
    }

    /// Shows the page of an address: at once where the page stays, for whoever changes it may go on
    /// from it within the same moment.
    fn follow(self, route: Route) {
        if self.route.with_untracked(|shown| !shown.is_on_page_of(&route)) {
            return self.arrive(route);
        }
        if !self.holds_back(&route) {
            self.going.set(route.clone());
            self.show(route);
        }
    }

    /// Shows the page of the address that a link or a way back led to, once the frame has said where
    /// it goes, so that a tap is answered at once however much stands on the page.
    pub(super) fn arrive(self, route: Route) {
        if self.holds_back(&route) {
            return;
        }
        self.going.set(route);
        spawn_local(async move {
            after_paint().await;
            self.show(self.going.get_untracked());
        });
    }

    fn show(self, route: Route) {
        if self.route.with_untracked(|shown| *shown != route) {
            self.route.set(route);
        }
    }

    /// Whether the last change is safe.
    pub fn save_state(self) -> Signal<SaveState> {
        self.save.into()
    }

    /// Stored records that could not be read; they are still there.
    pub fn unreadable(self) -> Vec<Unreadable> {
        self.core.with_value(|core| core.unreadable.clone())
    }

    /// How much room is taken.
    pub fn size(self) -> Size {
        self.core.with_value(|core| core.vault().size()).unwrap_or_default()
    }

    /// Makes room: compacts, and takes changes again if that was enough.
    pub async fn free_room(self) {
        compact::run(self).await;
        self.core.update_value(|core| {
            if core.closed == Some(Closed::Full) && core.vault().fill_reserve() {
                core.closed = None;
            }
        });
        if self.core.with_value(|core| core.closed.is_none()) {
            self.save.set(SaveState::Saved);
        }
    }

    /// What happened to a record, latest first.
    pub fn history(self, table: Table, id: RecordId) -> Vec<Happening> {
        self.core
            .with_value(|core| history::of_record(&core.vault(), table.name(), id))
            .unwrap_or_default()
    }

    /// When the last backup was made here, in milliseconds since 1970.
    pub fn last_backup(self) -> Signal<Option<u64>> {
        self.backup.into()
    }

    /// When the last change was made, in milliseconds since 1970.
    pub fn last_change(self) -> Option<u64> {
        self.core.with_value(|core| core.ledger.document().latest().map(|it| it.millis))
    }

    /// Whether a new version waits for the person's word.
    pub fn update_waits(self) -> Signal<bool> {
        self.update.into()
    }

    /// Says something, for a while, in the language of the page.
    pub fn say<T: Into<String>>(
        self,
        tone: Tone,
        words: impl Fn(Lang) -> T + Send + Sync + 'static,
    ) {
        let text = Said::new(words);
        self.push_toast(Toast { id: clock::random_bits(), text, tone, action: None });
    }

    /// Says why something was not done.
    pub fn say_refused(self, refusal: &Refusal) {
        let refusal = refusal.clone();
        self.say(Tone::Bad, move |lang| refusal.words(lang));
    }

    /// Says that something was done, with a way back.
    pub fn say_done(self, label: &Label) {
        let label = label.clone();
        self.push_toast(Toast {
            id: clock::random_bits(),
            text: Said::new(move |lang| words::label(lang, &label)),
            tone: Tone::Plain,
            action: Some(ToastAction { label: Said::new(Lang::undo), id: UNDO.to_owned() }),
        });
    }

    pub(super) fn say_update(self) {
        let action = ToastAction { label: Said::new(Lang::update_now), id: UPDATE.to_owned() };
        self.push_toast(Toast {
            id: clock::random_bits(),
            text: Said::new(Lang::update_ready),
            tone: Tone::Accent,
            action: Some(action),
        });
    }

    /// The newest word takes the place of the one before it, so that its way back is always that
    /// of the latest step; only a waiting version stays beside it.
    fn push_toast(self, toast: Toast) {
        self.toasts.update(|toasts| {
            toasts.retain(|it| it.tone == Tone::Accent && toast.tone != Tone::Accent);
            toasts.push(toast);
        });
    }

    /// What is being said.
    pub fn toasts(self) -> Signal<Vec<Toast>> {
        self.toasts.into()
    }

    /// Takes a toast away.
    pub fn dismiss(self, id: u64) {
        self.toasts.update(|toasts| toasts.retain(|toast| toast.id != id));
    }

    /// Takes all that is being said away, as when another face looks on.
    pub(super) fn hush(self) {
        self.toasts.update(Vec::clear);
    }

    /// Does what a toast offered.
    pub fn do_action(self, action: &str) {
        match action {
            UNDO => self.step(Direction::Undo),
            UPDATE => shell::update(),
            _ => {}
        }
    }

    pub(super) fn show_steps(self) {
        let steps = self.core.with_value(|core| Steps {
            undo: core.ledger.next_step(Direction::Undo).cloned(),
            redo: core.ledger.next_step(Direction::Redo).cloned(),
        });
        if self.steps.with_untracked(|shown| *shown != steps) {
            self.steps.set(steps);
        }
    }
}
