using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Necessity;

/// <summary>The requests that somebody has a task in, with the days left until the test.</summary>
public sealed partial class FacilitiesPage(FacilityViews views, Me me, TimeProvider clock, IStringLocalizer<FacilityPageTexts> texts)
{
    private ImmutableArray<FacilityLine>? _all;
    private Shown _only = Shown.All;
    private string _words = "";

    private enum Shown
    {
        All,
        Waiting,
        Open,
        Decided,
    }

    private FacilityLine[] Lines => [.. (_all ?? []).Where(line => IsShown(line, _only) && Holds(line, _words.Trim()))];

    protected override async Task OnInitializedAsync()
    {
        _all = await views.ListAsync(await me.IdAsync(), CancellationToken.None);
        if (_all.Value.Any(line => line.IsWaiting)) _only = Shown.Waiting;
    }

    private static bool IsShown(FacilityLine line, Shown only) => only switch
    {
        Shown.Waiting => line.IsWaiting,
        Shown.Open => line.State is FacilityState.Requested or FacilityState.Advice or FacilityState.Assessed,
        Shown.Decided => line.State is FacilityState.Granted or FacilityState.Refused,
        _ => true,
    };

    private static bool Holds(FacilityLine line, string words) =>
        words.Length is 0 || new[] { line.Number.ToString(), line.Student, line.StudentNumber, line.Test, line.Course }.Any(text => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    private string Remarks(FacilityLine line) => string.Join(
        " · ", new[] { line.IsWaiting ? texts[line.Seen is FacilitySeen.Whole && !line.IsOnSecretary ? "Waiting" : "Waiting.You"].Value : null, line.IsLate && line.Seen is FacilitySeen.Whole ? texts["Late"].Value : null }.OfType<string>());

    private int DaysTo(FacilityLine line) => line.TestOn.DayNumber - Amsterdam.DateOf(clock.GetUtcNow()).DayNumber;

    private string Days(FacilityLine line) => DaysTo(line) switch
    {
        < 0 => texts["Days.Past"],
        0 => texts["Days.Today"],
        1 => texts["Days.One"],
        var days => texts["Days.Many", days],
    };
}
