using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The fields of one open mark.</summary>
public sealed partial class MarkForm
{
    private ElementReference _whole;
    private ElementReference _seen;

    [Parameter, EditorRequired]
    public required MarkDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public required ReviewView View { get; set; }

    [Parameter, EditorRequired]
    public double Length { get; set; }

    [Parameter, EditorRequired]
    public required Func<Task<double>> Now { get; set; }

    [Parameter]
    public EventCallback OnChange { get; set; }

    [Parameter]
    public EventCallback<Ground> OnChoose { get; set; }

    /// <summary>To the text once there is a category; before that to the form itself, so that the digits choose one.</summary>
    public async Task FocusAsync()
    {
        try
        {
            await (Draft.Category is null ? _whole : _seen).FocusAsync();
        }
        catch (JSException)
        {
            // The form was closed in the same moment; there is nothing to focus.
        }
    }

    private Task Span(double from, double to)
    {
        Draft.Span(from, to, Length);
        return OnChange.InvokeAsync();
    }

    private Task WroteSeen(string? text)
    {
        Draft.Seen = text ?? "";
        return OnChange.InvokeAsync();
    }

    private Task WroteInference(string? text)
    {
        Draft.Inference = text ?? "";
        return OnChange.InvokeAsync();
    }

    private Task Chosen(string? code) => GroundCatalogue.Find(code) is { } ground ? OnChoose.InvokeAsync(ground) : Task.CompletedTask;
}
