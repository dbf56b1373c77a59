using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>The steps of a decision that establishes fraud.</summary>
public sealed partial class FraudSteps(TimeProvider clock)
{
    [Parameter, EditorRequired]
    public required DecisionView View { get; set; }

    [Parameter, EditorRequired]
    public required DecisionDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<Func<DecisionDraft, DecisionDraft>> OnChange { get; set; }

    private Sanction Start(SanctionKind kind)
    {
        if (!kind.Excludes) return new Sanction(kind.Code, [], null, null);
        var from = Amsterdam.DateOf(clock.GetUtcNow()).AddDays(14);
        return new Sanction(kind.Code, [View.ExamTitle], from, from.AddMonths(6).AddDays(-1));
    }

    private Task Set(Func<DecisionDraft, DecisionDraft> change) => OnChange.InvokeAsync(change);

    private Task SetSanction(Func<Sanction, Sanction> change) => Set(draft => draft.Sanction is { } sanction ? draft with { Sanction = change(sanction) } : draft);

    private static string Text(ChangeEventArgs change) => change.Value as string ?? "";

    private static ImmutableArray<string> Lines(ChangeEventArgs change) =>
        [.. Text(change).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static DateOnly? Date(ChangeEventArgs change) =>
        DateOnly.TryParseExact(Text(change), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}
