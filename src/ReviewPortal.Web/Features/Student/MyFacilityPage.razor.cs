using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Student;

/// <summary>One request of the student: where it stands, what the board asks, the letter.</summary>
public sealed partial class MyFacilityPage(MyFacilities facilities, RequestFacility requests, Me me)
{
    private MyFacility? _mine;
    private FacilityAnswer? _answer;
    private PersonId _by;
    private string _view = "";
    private bool _asked;

    [Parameter]
    public string Number { get; set; } = "";

    protected override async Task OnParametersSetAsync()
    {
        _by = await me.IdAsync();
        await LoadAsync();
        _asked = true;
    }

    private async Task LoadAsync() => _mine = await facilities.FindAsync(Number, _by, CancellationToken.None);

    private Task GiveViewAsync() => StepAsync(request => requests.GiveViewAsync(request, _view, _by, CancellationToken.None));

    private Task WithdrawAsync() => StepAsync(request => requests.WithdrawAsync(request, _by, CancellationToken.None));

    private async Task StepAsync(Func<Infrastructure.Store.FacilityAsSeen, Task<FacilityAnswer>> step)
    {
        if (_mine is not { } mine) return;
        _answer = await step(mine.AsSeen);
        await LoadAsync();
    }
}
