//! The career ladder: the levels with their criteria, and how far each person is. On the manager's
//! face alone; how far one person is lies with the person.

mod criterion;

use leptos::prelude::*;

use self::criterion::{Criteria, CriterionForm};
use crate::domain::career::{CareerCriterion, CareerDeed, Verdict};
use crate::domain::command::Command;
use crate::domain::id::{CareerCriterionId, CareerLevelId};
use crate::i18n::Lang;
use crate::pages::common::{MoveButtons, Refused, verdict_look};
use crate::present::career::{
    LadderView, LevelCard, StandingLine, TABLES, ladder_view, usual_ladder,
};
use crate::present::growth::GrowthTab;
use crate::present::pipelines::{Shift, shifted};
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::runtime::route::Route;
use crate::ui::{
    Avatar, Badge, Button, ButtonKind, EmptyPicture, EmptyState, Form, FormActions, Icon,
    IconButton, IconView, TextField,
};

/// A level as it is named.
#[derive(Clone, Default, PartialEq)]
struct Naming {
    id: CareerLevelId,
    name: String,
}

/// A criterion as it is filled in.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    id: CareerCriterionId,
    criterion: CareerCriterion,
    at_least: String,
    quarters: String,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    view: Memo<LadderView>,
    naming: Form<Naming, Refusal>,
    draft: Form<Draft, Refusal>,
}

impl Desk {
    /// Does something and says so.
    fn act(self, deed: CareerDeed) {
        self.app.act(Command::Career(Box::new(deed)));
    }

    /// Does something for a form.
    fn act_here(self, deed: CareerDeed) -> Result<(), Refusal> {
        self.app.act_here(Command::Career(Box::new(deed)))
    }
}

/// The page.
#[component]
pub fn CareerPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let view = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| ladder_view(it, lang.get(), today))
    });
    let desk = Desk { app, lang, view, naming: Form::closed(), draft: Form::closed() };
    let naming = desk.naming;
    let add = move || {
        naming.show(Naming { id: app.draw_id().into(), name: String::new() });
    };
    view! {
        <div class="content thanks" data-testid="career-page">
            <div class="toolbar">
                <span class="toolbar__count" data-testid="career-headline">
                    {move || view.read().headline.clone()}
                </span>
                <span class="toolbar__rest">
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Plus
                        label=move || lang.get().career_level_add()
                        on_press=add
                        attr:data-testid="level-add"
                    />
                </span>
            </div>
            <Show when=move || naming.is_open().get()>
                <NameForm desk />
            </Show>
            <Show when=move || !view.read().levels.is_empty()>
                <People desk />
            </Show>
            <Levels desk />
        </div>
    }
}

#[component]
fn NameForm(desk: Desk) -> impl IntoView {
    let Desk { lang, naming: form, .. } = desk;
    let save = move || {
        let Naming { id, name } = form.draft.get_untracked();
        form.settle(desk.act_here(CareerDeed::SaveLevel(id, name)));
    };
    let (name, set_name) = form.text(|it| &mut it.name);
    view! {
        <div class="form thanks__form" data-testid="level-form">
            <TextField
                label=move || lang.get().career_level_name()
                value=name
                on_input=set_name
                on_enter=save
                attr:data-testid="level-name"
            />
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="level-save" on_cancel=move || form.close() on_save=save />
            </div>
        </div>
    }
}

/// Who stands where.
#[component]
fn People(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let row = move |line: StandingLine| {
        let StandingLine { person, name, note, standing, verdict } = line;
        let badge = verdict.map(|verdict| {
            let (tone, icon) = verdict_look(verdict);
            let label = match verdict {
                Verdict::Met => lang.get_untracked().career_ready(),
                verdict => lang.get_untracked().career_verdict(verdict),
            };
            view! { <Badge label tone icon /> }
        });
        view! {
            <li>
                <a
                    class="list__row"
                    href=Route::Growth(person, GrowthTab::Career).href()
                    data-testid="standing"
                >
                    <Avatar name=name.clone() />
                    <span class="list__main">
                        <span class="list__name">{name}</span>
                        <span class="list__note">{note}</span>
                        <span class="list__note">{standing}</span>
                    </span>
                    {badge}
                    <IconView icon=Icon::Forward />
                </a>
            </li>
        }
    };
    view! {
        <section class="section" data-testid="career-people">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().career_people()}</h2>
            </div>
            <ul class="list">
                {move || view.read().people.clone().into_iter().map(row).collect_view()}
            </ul>
            <p class="section__note">{move || lang.get().career_people_note()}</p>
        </section>
    }
}

/// The levels, from the lowest.
#[component]
fn Levels(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, .. } = desk;
    let start = move || {
        let levels = usual_ladder(lang.get_untracked(), || app.draw_id());
        desk.act(CareerDeed::Start(levels));
    };
    let card = move |card: LevelCard| view! { <Level desk card /> };
    let empty = move || {
        let sentence = move || lang.get().career_empty();
        view! {
            <EmptyState picture=EmptyPicture::List sentence>
                <Button
                    label=move || lang.get().career_start()
                    on_press=start
                    attr:data-testid="career-start"
                />
            </EmptyState>
        }
    };
    view! {
        <section class="section" data-testid="career-levels">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().career_levels()}</h2>
            </div>
            <p class="section__note">{move || lang.get().career_levels_note()}</p>
        </section>
        <Show when=move || !view.read().levels.is_empty() fallback=empty>
            {move || view.read().levels.clone().into_iter().map(card).collect_view()}
        </Show>
    }
}

#[component]
fn Level(desk: Desk, card: LevelCard) -> impl IntoView {
    let Desk { app, lang, view, naming, draft } = desk;
    let LevelCard { id, name, criteria, ends } = card;
    let named = StoredValue::new(name.clone());
    let shift = move |shift: Shift| {
        let order = view.read_untracked().levels.iter().map(|it| it.id).collect();
        desk.act(CareerDeed::Arrange(shifted(order, id, shift)));
    };
    let rename = move |()| naming.show(Naming { id, name: named.get_value() });
    let add = move || {
        draft.show(Draft {
            id: app.draw_id().into(),
            criterion: CareerCriterion { level: Some(id), ..CareerCriterion::default() },
            quarters: "4".to_owned(),
            at_least: String::new(),
        });
    };
    let filled = move || draft.is_open().get() && draft.draft.read().criterion.level == Some(id);
    view! {
        <section class="section" data-testid="level">
            <div class="section__head">
                <h3 class="section__title">{name}</h3>
                <span class="set-up__tools">
                    <MoveButtons
                        kind="level"
                        name=Signal::derive(move || named.get_value())
                        ends=Signal::stored(ends)
                        on_move=shift
                    />
                    <IconButton
                        icon=Icon::Edit
                        label=move || lang.get().career_level_rename(&named.read_value())
                        on_press=rename
                        attr:data-testid="level-rename"
                    />
                    <IconButton
                        icon=Icon::Trash
                        label=move || lang.get().career_level_delete(&named.read_value())
                        on_press=move |()| desk.act(CareerDeed::DeleteLevel(id))
                        attr:data-testid="level-delete"
                    />
                </span>
            </div>
            <Criteria desk criteria />
            <Show when=filled>
                <CriterionForm desk />
            </Show>
            <div class="actions actions--start">
                <Button
                    icon=Icon::Plus
                    label=move || lang.get().career_criterion_add()
                    on_press=add
                    attr:data-testid="criterion-add"
                />
            </div>
        </section>
    }
}
