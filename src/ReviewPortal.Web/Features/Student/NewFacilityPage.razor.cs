using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Student;

/// <summary>The form with which a student asks for a special facility; it computes the last day while it is filled in (UU-R1-4).</summary>
public sealed partial class NewFacilityPage(RequestFacility requests, Me me, NavigationManager navigation, TimeProvider clock)
{
    private static readonly string[] Naming = ["test", "course", "programme"];

    private string _test = "";
    private string _course = "";
    private string _programme = "";
    private DateOnly? _on;
    private FacilityReason? _reason;
    private string _explanation = "";
    private string _health = "";
    private string _whyLate = "";
    private FacilityAnswer? _answer;
    private bool _busy;
    private bool _told;
    private ElementReference _summary;

    // While a year is being typed, the field holds days of centuries ago.
    private Deadline? Term => _on is { } on && FacilityFacts.IsAhead(on, Today) ? ProtocolTerms.FacilityRequest(on) : null;

    private bool IsLate => Term is { } term && term.DaysLeft(Today) < 0;

    private DateOnly Today => Amsterdam.DateOf(clock.GetUtcNow());

    // In which field what is missing is filled in; a number that must not be there may stand in any.
    private string? FieldOf(FacilityNeed need) => need switch
    {
        FacilityNeed.TestNamed => Naming.FirstOrDefault(IsEmpty),
        FacilityNeed.TestDayAhead => "on",
        FacilityNeed.ReasonChosen => "reason",
        FacilityNeed.ExplanationGiven => "explanation",
        _ => null,
    };

    // What is wrong with a field; null when nothing is. What names the test takes three fields.
    private string? Wrong(string field) => _answer is not FacilityRefused refused ? null
        : Naming.Contains(field) ? (refused.Unmet.Contains(FacilityNeed.TestNamed) && IsEmpty(field) ? Texts["Wrong.Empty"].Value : null)
        : refused.Unmet.Where(need => FieldOf(need) == field).Select(need => FacilityTexts.Of(need, Here.Language)).FirstOrDefault();

    private bool IsEmpty(string field) => Inked.IsEmpty(field switch { "test" => _test, "course" => _course, _ => _programme });

    // Where a link leads to it, and what a screen reader says with it.
    private Dictionary<string, object> Marks(string field) => Wrong(field) is null
        ? new() { ["id"] = Places.Named(field), ["class"] = "input" }
        : new() { ["id"] = Places.Named(field), ["class"] = "input invalid", ["aria-invalid"] = "true", ["aria-describedby"] = $"wrong-{field}" };

    // Whoever pressed the button far below is told above, where the way to each field begins.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_told) return;
        _told = false;
        await _summary.FocusAsync();
    }

    private async Task FileAsync()
    {
        if (_busy) return;
        _busy = true;
        var draft = new FacilityDraft(_test, _course, _programme, _on, _reason, _explanation, _health, IsLate ? _whyLate : "");
        (_answer, var number) = await requests.FileAsync(draft, await me.IdAsync(), CancellationToken.None);
        _busy = false;
        _told = number is null;
        if (number is { } filed) navigation.NavigateTo(Links.MyFacility(filed));
    }
}
