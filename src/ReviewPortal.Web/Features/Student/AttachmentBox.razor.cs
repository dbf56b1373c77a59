using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Student;

/// <summary>Takes in the files that the student chooses, and says of each what became of it.</summary>
public sealed partial class AttachmentBox(AttachFile attach) : IDisposable
{
    // More are never taken; the browser asks for a bound all the same.
    private const int MostChosen = 50;
    private const int Piece = 64 * 1024;

    private readonly CancellationTokenSource _gone = new();
    private ImmutableArray<string> _told = [];
    private Sending? _sending;
    private int _round;

    [Parameter, EditorRequired]
    public required CaseNumber Number { get; set; }

    [Parameter, EditorRequired]
    public CaseId Case { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<AttachedFile> Files { get; set; }

    [Parameter]
    public AttachmentUse Use { get; set; }

    /// <summary>The view was handed in: the files go with what is added to it.</summary>
    [Parameter]
    public bool IsAddition { get; set; }

    /// <summary>Something was added or taken away, or refused.</summary>
    [Parameter]
    public EventCallback<Answer?> OnChange { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private string Words => IsAddition ? $"{Use}.Added" : $"{Use}";

    private async Task ChosenAsync(InputFileChangeEventArgs chosen)
    {
        _told = [];
        foreach (var file in chosen.FileCount > MostChosen ? [] : chosen.GetMultipleFiles(MostChosen)) await TakeAsync(file);
        if (chosen.FileCount > MostChosen) Tell($"Problem.{AttachmentProblem.TooMany}", chosen.File.Name);
        (_sending, _round) = (null, _round + 1);
    }

    private async Task TakeAsync(IBrowserFile file)
    {
        if (file.Size > Attachment.MostBytes)
        {
            Tell($"Problem.{AttachmentProblem.TooLarge}", file.Name);
            return;
        }

        var (answer, problem) = await ReadAsync(file) is { } bytes ? await attach.RunAsync(Case, file.Name, bytes, By, CancellationToken.None, Use) : (null, AttachmentProblem.NotReceived);
        if (problem is not null) Tell($"Problem.{problem}", file.Name);
        else if (answer is Done) Tell("Added", file.Name);
        await OnChange.InvokeAsync(answer as Refused);
    }

    /// <returns>Null when the connection broke, or the file cannot be read any more.</returns>
    private async Task<byte[]?> ReadAsync(IBrowserFile file)
    {
        var bytes = new byte[file.Size];
        try
        {
            await using var stream = file.OpenReadStream(Attachment.MostBytes, _gone.Token);
            for (var at = 0; at < bytes.Length;)
            {
                _sending = new(file.Name, at, bytes.Length);
                StateHasChanged();
                var read = await stream.ReadAsync(bytes.AsMemory(at, Math.Min(Piece, bytes.Length - at)), _gone.Token);
                if (read is 0) return null;
                at += read;
            }

            return bytes;
        }
        catch (Exception broken) when (broken is IOException or JSException or TimeoutException or OperationCanceledException)
        {
            return null; // Said to the student as not received; what did come is forgotten.
        }
    }

    private async Task RemoveAsync(Guid attachment)
    {
        _told = [];
        await OnChange.InvokeAsync(await attach.RemoveAsync(Case, attachment, By, CancellationToken.None, Use) as Refused);
    }

    private void Tell(string key, string name) => _told = [.. _told, Texts[key, name, Attachment.MostBytes / 1024 / 1024, Attachment.MostOf(Use)]];

    private sealed record Sending(string Name, long Bytes, long Of);
}
