using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Student;

/// <summary>The form with which a student asks for a special facility; it computes the last day while it is filled in (UU-R1-4).</summary>
public sealed partial class NewFacilityPage(RequestFacility requests, Me me, NavigationManager navigation, TimeProvider clock)
{
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

    private Deadline? Term => _on is { } on ? ProtocolTerms.FacilityRequest(on) : null;

    private bool IsLate => Term is { } term && term.DaysLeft(Amsterdam.DateOf(clock.GetUtcNow())) < 0;

    private async Task FileAsync()
    {
        if (_busy) return;
        _busy = true;
        var draft = new FacilityDraft(_test, _course, _programme, _on, _reason, _explanation, _health, IsLate ? _whyLate : "");
        (_answer, var number) = await requests.FileAsync(draft, await me.IdAsync(), CancellationToken.None);
        _busy = false;
        if (number is { } filed) navigation.NavigateTo(Links.MyFacility(filed));
    }
}
