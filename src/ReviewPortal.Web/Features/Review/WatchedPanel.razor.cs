using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The account of the watching, with the note on what was not watched, kept while it is typed.</summary>
public sealed partial class WatchedPanel(KeepSeen keep, ILogger<Autosave> log) : IAsyncDisposable
{
    private const int Most = 24;
    private const double ShortestUnseen = 1;
    private Autosave? _autosave;
    private string _note = "";

    [Parameter, EditorRequired]
    public required CaseHead Head { get; set; }

    [Parameter, EditorRequired]
    public required ReviewView View { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter]
    public EventCallback<Answer> OnKept { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    private Fragment[] Unseen => [.. FragmentSet.Of(View.Watched.SelectMany(track => track.Unseen)).Fragments.Where(stretch => stretch.Seconds >= ShortestUnseen)];

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <returns>False when the note could not be kept.</returns>
    public Task<bool> SettleAsync() => _autosave!.FlushAsync();

    protected override void OnInitialized()
    {
        _note = View.ViewingNote;
        _autosave = new Autosave(SaveAsync, InvokeAsync, StateHasChanged, log);
    }

    private async Task<Answer> SaveAsync()
    {
        var answer = await keep.NoteAsync(Head.Id, _note, By, CancellationToken.None);
        await OnKept.InvokeAsync(answer);
        return answer;
    }
}
