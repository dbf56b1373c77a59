using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The second reviewer writes the reasons, kept while typing, and gives the opinion.</summary>
public sealed partial class OpinionForm(GiveSecondOpinion give, NavigationManager navigation, ILogger<Autosave> log) : IAsyncDisposable
{
    private Autosave? _autosave;
    private Answer? _refused;
    private string _reasons = "";

    [Parameter, EditorRequired]
    public required CaseHead Head { get; set; }

    [Parameter, EditorRequired]
    public required ReviewView View { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter]
    public EventCallback<Answer> OnKept { get; set; }

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override void OnInitialized()
    {
        _reasons = View.Reasons;
        _autosave = new Autosave(SaveAsync, InvokeAsync, StateHasChanged, log);
    }

    private async Task<Answer> SaveAsync()
    {
        var answer = await give.WriteAsync(Head.Id, _reasons, By, CancellationToken.None);
        await OnKept.InvokeAsync(answer);
        return answer;
    }

    private async Task GiveAsync(SecondOpinion opinion)
    {
        if (!await _autosave!.FlushAsync()) return;
        var answer = await give.RunAsync(Head.AsSeen, opinion, By, CancellationToken.None);
        _refused = answer as Refused;
        if (answer.IsDone && opinion is SecondOpinion.DoesNotSupport) navigation.NavigateTo(Links.Worklist);
        else await OnKept.InvokeAsync(answer);
    }
}
