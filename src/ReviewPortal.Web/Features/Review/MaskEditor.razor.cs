using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ReviewPortal.Core.Review;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>Masks on one frame. Each change is kept at once; what is shown elsewhere is painted over anew.</summary>
public sealed partial class MaskEditor(IJSRuntime js) : IAsyncDisposable
{
    private readonly MaskEditorModule _module = new(js);
    private DotNetObjectReference<MaskEditor>? _self;
    private ElementReference _picture;
    private ImmutableArray<Mask> _masks = [];

    [Parameter, EditorRequired]
    public required ExhibitLine Exhibit { get; set; }

    /// <summary>Of the picture as it was taken.</summary>
    [Parameter, EditorRequired]
    public required string Address { get; set; }

    [Parameter]
    public EventCallback<ImmutableArray<Mask>> OnChange { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>A rectangle was drawn over the picture; in points of the picture.</summary>
    [JSInvokable]
    public Task Drawn(double left, double top, double width, double height) =>
        double.IsFinite(left + top + width + height) ? AddAsync(new Mask(Whole(left), Whole(top), Whole(width), Whole(height), MaskReason.Bystander)) : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _module.DisposeAsync();
        _self?.Dispose();
    }

    protected override void OnInitialized() => _masks = Exhibit.Masks;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        try
        {
            await _module.OpenAsync(_picture, Exhibit.Width, Exhibit.Height, _self);
        }
        catch (JSException)
        {
            // Without its script nothing is drawn; the fields do the same.
        }
    }

    // In the middle, a quarter of the picture: from there the fields move it.
    private Task AddAsync() => AddAsync(new Mask(Exhibit.Width * 3 / 8, Exhibit.Height * 3 / 8, Exhibit.Width / 4, Exhibit.Height / 4, MaskReason.Bystander));

    private Task AddAsync(Mask mask) => _masks.Length < Mask.Most && mask.Within(Exhibit.Width, Exhibit.Height) is { } inside ? KeepAsync(_masks.Add(inside)) : Task.CompletedTask;

    private Task SetAsync(int index, Mask mask) => mask.Within(Exhibit.Width, Exhibit.Height) is { } inside ? KeepAsync(_masks.SetItem(index, inside)) : Task.CompletedTask;

    private Task RemoveAsync(int index) => KeepAsync(_masks.RemoveAt(index));

    private async Task KeepAsync(ImmutableArray<Mask> masks)
    {
        _masks = masks;
        StateHasChanged();
        await OnChange.InvokeAsync(masks);
    }

    private string Place(Mask mask) => string.Create(
        CultureInfo.InvariantCulture,
        $"left:{100.0 * mask.Left / Exhibit.Width:0.###}%;top:{100.0 * mask.Top / Exhibit.Height:0.###}%;width:{100.0 * mask.Width / Exhibit.Width:0.###}%;height:{100.0 * mask.Height / Exhibit.Height:0.###}%");

    private static int Whole(double points) => (int)Math.Round(Math.Clamp(points, -100_000, 100_000));

    private static int Number(ChangeEventArgs change, int former) => int.TryParse(change.Value as string, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : former;

    private static MaskReason ReasonOf(string? name) => Enum.TryParse<MaskReason>(name, out var reason) ? reason : MaskReason.Other;

    /// <summary>Drawing with a pointer, which is a short way and never the only one.</summary>
    private sealed class MaskEditorModule(IJSRuntime js) : JsModule(js, "./Features/Review/MaskEditor.razor.js")
    {
        public ValueTask OpenAsync(ElementReference picture, int width, int height, DotNetObjectReference<MaskEditor> editor) => CallAsync("open", picture, width, height, editor);
    }
}
