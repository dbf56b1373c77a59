using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The filter of the signals; words are looked for when somebody stops typing.</summary>
public sealed partial class SignalFilterBar : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private CancellationTokenSource _typing = new();
    private string _words = "";

    [Parameter, EditorRequired]
    public required SignalFacets Facets { get; set; }

    [Parameter, EditorRequired]
    public SignalFilter Filter { get; set; }

    [Parameter]
    public EventCallback<SignalFilter> OnChange { get; set; }

    private string Kind => Filter.Source is { } source ? $"{source}:{Filter.Kind}" : "";

    private string Place => Filter.Site is { } site ? $"s:{site}" : Filter.Application is { } application ? $"a:{application}" : "";

    public void Dispose()
    {
        _typing.Cancel();
        _typing.Dispose();
    }

    // Equal ones may be of another kind than is chosen now: the choice takes the place of both.
    private Task KindAsync(string? chosen)
    {
        var at = chosen?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        var source = at > 0 && Enum.TryParse<SignalSource>(chosen![..at], out var found) ? found : (SignalSource?)null;
        return OnChange.InvokeAsync(Filter with { Source = source, Kind = source is null || at == chosen!.Length - 1 ? null : chosen[(at + 1)..], Text = null });
    }

    private Task PlaceAsync(string? chosen) => OnChange.InvokeAsync(Filter with
    {
        Site = chosen?.StartsWith("s:", StringComparison.Ordinal) is true ? chosen[2..] : null,
        Application = chosen?.StartsWith("a:", StringComparison.Ordinal) is true ? chosen[2..] : null,
    });

    private async Task SearchAsync()
    {
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        try
        {
            await Task.Delay(Pause, _typing.Token);
        }
        catch (OperationCanceledException)
        {
            // Another letter was typed; it brings its own search.
            return;
        }

        await OnChange.InvokeAsync(Filter with { Words = Inked.IsEmpty(_words) ? null : _words });
    }

    private Task ClearAsync()
    {
        _words = "";
        return OnChange.InvokeAsync(default);
    }

    private static string Number(int number) => number.ToString("N0", Here.Language.Culture());
}
