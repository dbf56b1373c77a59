using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>The steps of a decision that establishes fraud.</summary>
public sealed partial class FraudSteps
{
    [Parameter, EditorRequired]
    public required DecisionView View { get; set; }

    [Parameter, EditorRequired]
    public required DecisionDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<Func<DecisionDraft, DecisionDraft>> OnChange { get; set; }

    /// <summary>Looks up earlier findings of fraud about the same student.</summary>
    [Parameter]
    public Func<Task<EarlierFound>>? Earlier { get; set; }

    private Task Set(Func<DecisionDraft, DecisionDraft> change) => OnChange.InvokeAsync(change);

    private Task SetSanction(Func<Sanction, Sanction> change) => Set(draft => draft.Sanction is { } sanction ? draft with { Sanction = change(sanction) } : draft);

    private static string Text(ChangeEventArgs change) => change.Value as string ?? "";

    private static ImmutableArray<string> Lines(ChangeEventArgs change) =>
        [.. Text(change).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static DateOnly? Date(ChangeEventArgs change) => IsoDay.Parse(Text(change));
}
