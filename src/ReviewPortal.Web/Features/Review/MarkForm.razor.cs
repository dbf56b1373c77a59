using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The fields of one open mark.</summary>
public sealed partial class MarkForm
{
    private ElementReference _whole;
    private ElementReference _seen;

    [Parameter, EditorRequired]
    public required MarkDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public required CaseHead Head { get; set; }

    [Parameter, EditorRequired]
    public required ReviewView View { get; set; }

    /// <summary>What this candidate may beyond what stands on the exam sheet (UU-OWN-c, UU-OWN-f).</summary>
    [Parameter]
    public Allowed Allowed { get; set; } = Allowed.Nothing;

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter, EditorRequired]
    public double Length { get; set; }

    [Parameter, EditorRequired]
    public required Func<Task<double>> Now { get; set; }

    [Parameter]
    public EventCallback OnChange { get; set; }

    /// <summary>Something beside the text was kept, or refused.</summary>
    [Parameter]
    public EventCallback<Answer> OnKept { get; set; }

    [Parameter]
    public EventCallback<Ground> OnChoose { get; set; }

    /// <summary>To the text once there is a category; before that to the form itself, so that the digits choose one.</summary>
    public Task FocusAsync() => (Draft.Category is null ? _whole : _seen).FocusIfThereAsync();

    private ImmutableArray<ExhibitLine> Exhibits => View.Marks.FirstOrDefault(line => line.Id == Draft.Id)?.Exhibits ?? [];

    private string? MayAlso => Allowed.IsNothing ? null : EnrolmentTexts.MayAlso(EnrolmentTexts.Of(Allowed.ExtraMinutes, Allowed.Allowances, Here.Language), Here.Language);

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
