using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Web.Features.Review;

/// <summary>What can be linked with the open mark.</summary>
public sealed partial class NearList(NearSignals near)
{
    private ImmutableArray<NearSignal> _signals = [];
    private (Guid Mark, Fragment Fragment)? _read;

    [Parameter, EditorRequired]
    public required MarkDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public SittingId Sitting { get; set; }

    [Parameter, EditorRequired]
    public ImmutableArray<MessageLine> All { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter]
    public EventCallback OnChange { get; set; }

    private ImmutableArray<MessageLine> Messages =>
        [.. All.Where(message => Draft.Messages.Contains(message.Id) || (message.At >= Draft.From - NearSignals.Around && message.At <= Draft.To + NearSignals.Around))];

    protected override async Task OnParametersSetAsync()
    {
        var asked = (Draft.Id, new Fragment(Draft.From, Draft.To));
        if (_read == asked) return;
        _read = asked;
        var origin = Draft.FromSignal is { } signal ? Draft.Signals.Add(signal) : Draft.Signals;
        var found = await near.OfAsync(Sitting, asked.Item2, origin, By, CancellationToken.None);
        // The bounds may have been moved on meanwhile.
        if (_read == asked) _signals = found;
    }

    private Task LinkSignal(long signal, bool linked)
    {
        Draft.Signals = linked ? [.. Draft.Signals.Remove(signal), signal] : Draft.Signals.Remove(signal);
        return OnChange.InvokeAsync();
    }

    private Task LinkMessage(long message, bool linked)
    {
        Draft.Messages = linked ? [.. Draft.Messages.Remove(message), message] : Draft.Messages.Remove(message);
        return OnChange.InvokeAsync();
    }
}
