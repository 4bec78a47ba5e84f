//! Buttons, menus, marks, tabs and icons.

use super::text;
use crate::i18n::Lang;
use crate::ui::*;
use leptos::prelude::*;

/// Buttons of every kind and state.
pub fn buttons() -> AnyView {
    let lang = use_lang();
    let filter = RwSignal::new(true);
    let nothing = || ();
    let items = move || {
        let lang = lang.get();
        vec![
            MenuItem { icon: Some(Icon::Won), ..MenuItem::new("won", lang.kit_won()) },
            MenuItem { state: MenuItemState::Current, ..MenuItem::new("offer", lang.kit_stage()) },
            MenuItem { state: MenuItemState::Disabled, ..MenuItem::new("draft", lang.kit_draft()) },
            MenuItem {
                icon: Some(Icon::Trash),
                tone: Tone::Bad,
                ..MenuItem::new("delete", lang.kit_danger())
            },
        ]
    };
    view! {
        <div class="toolbar">
            <Button kind=ButtonKind::Primary icon=Icon::Meet label=text(Lang::kit_primary) on_press=nothing />
            <Button icon=Icon::Plus label=text(Lang::kit_quiet) on_press=nothing />
            <Button kind=ButtonKind::Danger icon=Icon::Trash label=text(Lang::kit_danger) on_press=nothing />
            <Button kind=ButtonKind::Link label=text(Lang::kit_link) on_press=nothing />
            <ButtonLink label=text(Lang::kit_import) href="#" icon=Icon::Import />
            <Button
                label=text(Lang::kit_filter)
                icon=Icon::Filter
                pressed=filter
                on_press=move || filter.update(|filter| *filter = !*filter)
            />
            <MenuButton label=text(Lang::kit_move) items on_choose=|_: String| () />
        </div>
        <div class="toolbar">
            <Button kind=ButtonKind::Primary label=text(Lang::kit_primary) disabled=true on_press=nothing />
            <Button label=text(Lang::kit_quiet) disabled=true on_press=nothing />
            <Button kind=ButtonKind::Link label=text(Lang::kit_link) disabled=true on_press=nothing />
        </div>
        <div class="toolbar">
            <IconButton icon=Icon::Undo label=text(Lang::undo) on_press=nothing />
            <IconButton icon=Icon::Redo label=text(Lang::redo) disabled=true on_press=nothing />
            <IconButton icon=Icon::Close label=text(Lang::close) on_press=nothing />
        </div>
    }
    .into_any()
}

/// Words of state: save state, badges, avatars, segments, tabs, steps.
pub fn words() -> AnyView {
    let lang = use_lang();
    let span = RwSignal::new("week".to_owned());
    let spans = Signal::derive(move || {
        let lang = lang.get();
        vec![
            Choice::new("day", lang.kit_day()),
            Choice::new("week", lang.kit_week()),
            Choice::new("month", lang.kit_month()),
        ]
    });
    let steps = move || {
        let lang = lang.get();
        [lang.kit_step_file(), lang.kit_step_columns(), lang.kit_step_check(), lang.kit_step_done()]
            .map(str::to_owned)
            .to_vec()
    };
    let chip = |state: SaveState| view! { <SaveStateChip state on_press=|| () /> };
    view! {
        <div class="toolbar">
            {chip(SaveState::Saved)} {chip(SaveState::Saving)} {chip(SaveState::NotSaved(NotSavedReason::Full))}
        </div>
        <div class="toolbar">
            <Badge label=text(Lang::kit_late) tone=Tone::Warn icon=Icon::Clock />
            <Badge label=text(Lang::kit_won) tone=Tone::Good icon=Icon::Won />
            <Badge label=text(Lang::kit_lost) tone=Tone::Bad icon=Icon::Lost />
            <Badge label=text(Lang::kit_draft) />
            <Badge label=text(Lang::kit_locked) tone=Tone::Accent icon=Icon::Lock />
            <Avatar name="王小明" />
            <Avatar name="Maria Silva" />
        </div>
        <SegmentedField label=text(Lang::kit_month) choices=spans value=span on_change=move |id| span.set(id) />
        <Steps label=text(Lang::kit_import) steps current=1_usize />
        <Tabs label=text(Lang::kit_month) tabs=spans selected=span on_select=move |id| span.set(id)>
            <p>{span}</p>
        </Tabs>
    }
    .into_any()
}

/// The whole set of icons.
pub fn icons() -> AnyView {
    let icon = |icon: Icon| view! { <span class="kit__icon"><IconView icon /></span> };
    view! { <div class="toolbar">{Icon::ALL.map(icon).into_iter().collect_view()}</div> }.into_any()
}
