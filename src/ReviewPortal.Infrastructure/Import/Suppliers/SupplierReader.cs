using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Import.Suppliers;

/// <summary>
/// Reads what other systems deliver about a sitting: signals, never a verdict (AP-INBR-3, I11). What it is follows from the content, unless somebody says
/// it. Reads, and writes nothing; whatever comes, there is a result.
/// </summary>
public sealed class SupplierReader(SupplierSettings settings, SupplierLimits limits)
{
    /// <summary>Whether this is a single file and no archive, and so no bundle.</summary>
    public static bool IsFor(Incoming incoming)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        if (incoming.Path is { } path && (!File.Exists(path) || new FileInfo(path) is { Length: 0 } or { LinkTarget: not null })) return false;
        try
        {
            using var file = incoming.Open();
            return file.Length > 0 && !ZipBundle.Begins(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A <see cref="SupplierDelivery"/>, or a <see cref="DeliveryRefusal"/> that says what is wrong and what to do.</summary>
    public Task<DeliveryResult> ReadAsync(string path, SupplierFormat? format, CancellationToken ct) => ReadAsync(Incoming.At(path), format, ct);

    /// <inheritdoc cref="ReadAsync(string, SupplierFormat?, CancellationToken)"/>
    public async Task<DeliveryResult> ReadAsync(Incoming incoming, SupplierFormat? format, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        try
        {
            var bytes = await incoming.ReadAllAsync(limits.Bytes, ct) ?? throw RefusedDeliveryException.In(incoming.Name, RefusalReason.DeliveryTooLarge, limits.Bytes);
            return Read(bytes, incoming.Name, format);
        }
        catch (RefusedDeliveryException refused)
        {
            return refused.Refusal;
        }
        catch (UnauthorizedAccessException)
        {
            return new DeliveryRefusal(RefusalReason.NotFound, incoming.Name, Line: null, []);
        }
    }

    /// <param name="kept">It was believed when it came, and is read again: a signature is not asked for once more.</param>
    public DeliveryResult Read(ReadOnlyMemory<byte> bytes, string file, SupplierFormat? format, bool kept = false)
    {
        try
        {
            var reports = Reports(bytes, new SupplierFile(file, limits), format, kept);
            if (reports.Length > limits.Reports) throw RefusedDeliveryException.In(file, RefusalReason.TooManyReports, limits.Reports);
            return reports.Sum(report => report.Signals.Length) > limits.Signals
                ? throw RefusedDeliveryException.In(file, RefusalReason.TooManySignals, limits.Signals)
                : new SupplierDelivery(reports) { Content = bytes };
        }
        catch (RefusedDeliveryException refused)
        {
            return refused.Refusal;
        }
    }

    /// <summary>What was kept, read once more; null when no reader of today reads it.</summary>
    public SupplierReport? Again(SignalDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return Read(delivery.Content, delivery.File, SupplierFormats.Named(delivery.Format), kept: true) is SupplierDelivery { Reports: [var report] } ? report : null;
    }

    private ImmutableArray<SupplierReport> Reports(ReadOnlyMemory<byte> bytes, SupplierFile file, SupplierFormat? format, bool kept)
    {
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (format is null or SupplierFormat.Seb && SebLog.Begins(bytes.Span)) return SebLog.Read(bytes, file);

        // Text that begins as no JSON does is no broken JSON either.
        var first = bytes.Span.TrimStart(" \t\r\n"u8);
        if (format is null && (first.IsEmpty || first[0] is not ((byte)'{' or (byte)'['))) throw file.Refused(RefusalReason.UnknownDelivery);
        using var json = JsonText.Parse(bytes, file.Name, line: null);
        var root = json.RootElement;
        return (format ?? Detected(root) ?? throw file.Refused(RefusalReason.UnknownDelivery)) switch
        {
            SupplierFormat.Edx => [EdxReview.Read(root, bytes, file)],
            SupplierFormat.RpNow => [RpNowReview.Read(root, bytes, file)],
            SupplierFormat.ProctorExam => ProctorExamSessions.Read(root, bytes, file),
            SupplierFormat.Proctorio => [ProctorioWebhook.Read(root, bytes, file, kept ? null : settings.ProctorioSecret ?? "")],
            SupplierFormat.Seb => SebScreenshots.Read(root, bytes, file),
            SupplierFormat.Lti => LtiControl.Read(root, bytes, file),
            SupplierFormat.Constructor => [ConstructorResult.Read(root, bytes, file)],
            var other => throw new System.Diagnostics.UnreachableException($"{other} has no reader"),
        };
    }

    private static SupplierFormat? Detected(JsonElement root) =>
        RpNowReview.Is(root) ? SupplierFormat.RpNow
        : EdxReview.Is(root) ? SupplierFormat.Edx
        : ProctorioWebhook.Is(root) ? SupplierFormat.Proctorio
        : ProctorExamSessions.Is(root) ? SupplierFormat.ProctorExam
        : ConstructorResult.Is(root) ? SupplierFormat.Constructor
        : LtiControl.Is(root) ? SupplierFormat.Lti
        : SebScreenshots.Is(root) ? SupplierFormat.Seb
        : null;
}
