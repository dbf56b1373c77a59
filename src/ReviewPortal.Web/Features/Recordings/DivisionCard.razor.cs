using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>Asks for a proposal, shows it, and gives what was proposed.</summary>
public sealed partial class DivisionCard
{
    // A page is drawn again at most so often: hundreds of sittings go faster than anybody reads.
    private const int Drawn = 10;

    private Proposal? _proposal;
    private Dividing? _progress;
    private Dividing? _result;
    private CancellationTokenSource? _stop;
    private bool _busy;
    private bool _none;
    private int _held;

    /// <summary>The sittings that are ticked; none for all that wait.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyCollection<CaseId> Chosen { get; set; }

    [Parameter, EditorRequired]
    public required SittingFilter Filter { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>True when the giving begins, false when it has ended: the page waits with looking again until then.</summary>
    [Parameter]
    public EventCallback<bool> OnGiving { get; set; }

    public void Dispose()
    {
        _stop?.Cancel();
        _stop?.Dispose();
    }

    private async Task ProposeAsync(bool all)
    {
        (_busy, _none, _result) = (true, false, null);
        var proposal = all ? await Divide.ProposeAllAsync(Filter, By, CancellationToken.None) : await Divide.ProposeAsync(Chosen, By, CancellationToken.None);
        _busy = false;
        if (proposal is { Division: { Given.IsEmpty: true, Left.IsEmpty: true } }) (_none, _held) = (true, proposal.Held);
        else _proposal = proposal;
    }

    private async Task AssignAsync()
    {
        if (_proposal is not { } proposal || _progress is not null) return;
        _stop?.Dispose();
        _stop = new CancellationTokenSource();
        _progress = new Dividing(0, 0, proposal.Division.Given.Length, []);
        await OnGiving.InvokeAsync(true);
        try
        {
            _result = await Divide.AssignAsync(proposal, By, TellAsync, _stop.Token);
        }
        finally
        {
            (_progress, _proposal) = (null, null);
            await OnGiving.InvokeAsync(false);
        }
    }

    private async Task TellAsync(Dividing now)
    {
        _progress = now;
        if (now.Tried % Drawn is not 0) return;
        StateHasChanged();
        // Somebody may press "stop" in between.
        await Task.Yield();
    }

    private void Stop() => _stop?.Cancel();

    private string Note(LoadChange load) =>
        load.Before.IsAway ? Texts["Note.Away"]
        : load.Before.IsFull ? Texts["Note.Full", load.Before.MostSeconds!.Value / 3600]
        : load.Before.MostSeconds is { } most ? Texts["Note.Most", most / 3600]
        : "";

    private string Excluded(WaitingSitting sitting) => string.Join("; ", sitting.Excluded.Where(excluded => _proposal!.Knows(excluded.Reviewer)).Select(excluded => Texts["Excluded." + excluded.Reason, _proposal!.NameOf(excluded.Reviewer)].Value));
}
