//! What was sold against what the team can do: weeks with what is firm and what may close, the
//! weeks that are too full and what would mend them, and the tasks behind it.

mod import;
mod rules;
mod sheet;
mod tasks;
mod weeks;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::calendar::Day;
use crate::domain::id::DeliveryTaskId;
use crate::i18n::Lang;
use crate::present::delivery::certificate::WeekFigure;
use crate::present::delivery::{DeliveryView, TABLES, WEEKS};
use crate::present::format;
use crate::runtime::app::{App, use_app};
use crate::runtime::past::{self, Past};
use crate::runtime::route::Route;
use crate::ui::{Button, Icon, Tone};
use sheet::DeliverySheet;
use tasks::Tasks;
use weeks::{Overloads, WeekDialog, Weeks};

/// What stands in the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chosen {
    /// A task, which may be new.
    Task(DeliveryTaskId),
    /// The rules.
    Rules,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    /// The load; none while it is worked out for the first time.
    view: Memo<Option<DeliveryView>>,
    /// What stands in the sheet; a known task is in the address, too.
    chosen: RwSignal<Option<Chosen>>,
    /// The figure that is being explained, and of which week.
    explained: RwSignal<Option<(Day, WeekFigure)>>,
}

impl Desk {
    fn new(app: App) -> Desk {
        let lang = app.lang();
        let read = past::followed(app);
        let view = Memo::new(move |_| {
            let past: Arc<Past> = read.get()?;
            let today = app.today().get();
            Some(app.view(&TABLES, |it| DeliveryView::new(it, lang.get(), today, past.passed())))
        });
        let (chosen, explained) = (RwSignal::new(None), RwSignal::new(None));
        Effect::new(move |_| {
            let Route::Delivery(task) = app.route().get() else { return };
            let known = task.filter(|it| app.peek(|all| all.delivery_tasks.has(*it)));
            explained.set(None);
            chosen.set(known.map(Chosen::Task));
        });
        Desk { app, lang, view, chosen, explained }
    }

    /// Closes the sheet; the address names no task any more.
    fn close(self) {
        self.chosen.set(None);
        if self.app.route().get_untracked() != Route::Delivery(None) {
            self.app.replace(Route::Delivery(None));
        }
    }

    /// A part of the load; its default while there is none.
    fn part<T: Clone + Default + Send + Sync + 'static>(
        self,
        read: fn(&DeliveryView) -> T,
    ) -> Signal<T> {
        Signal::derive(move || self.view.read().as_ref().map(read).unwrap_or_default())
    }
}

/// What was sold against what the team can do.
#[component]
pub fn DeliveryPage() -> impl IntoView {
    let desk = Desk::new(use_app());
    let Desk { lang, view, .. } = desk;
    let wait = move || view! { <p role="status">{move || lang.get().forecast_wait()}</p> };
    view! {
        <div class="two-pane" data-testid="delivery-page">
            <div class="two-pane__main">
                <div class="content">
                    <Show when=move || view.read().is_some() fallback=wait>
                        <Headline desk />
                        <Weeks desk />
                        <Overloads desk />
                    </Show>
                    <Tasks desk />
                </div>
            </div>
            <DeliverySheet desk />
        </div>
        <WeekDialog desk />
    }
}

/// Whether what sales promise can be done.
#[component]
fn Headline(desk: Desk) -> impl IntoView {
    let Desk { lang, chosen, .. } = desk;
    let is_over = desk.part(|it| it.is_over);
    let tone = move || if is_over.get() { Tone::Bad } else { Tone::Plain };
    view! {
        <section class="headline" data-testid="delivery-headline">
            <p class="headline__note">
                {move || lang.get().delivery_weeks(&format::count(lang.get(), WEEKS as u64))}
            </p>
            <p class="headline__figure delivery__headline" data-tone=move || tone().as_str()>
                {desk.part(|it| it.headline.clone())}
            </p>
            <p class="headline__sentence" data-testid="delivery-sentence">
                {desk.part(|it| it.sentence.clone())}
            </p>
            <Button
                icon=Icon::Edit
                label=move || lang.get().delivery_rules_edit()
                on_press=move || chosen.set(Some(Chosen::Rules))
                attr:data-testid="delivery-rules"
            />
        </section>
    }
}
