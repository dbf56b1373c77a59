using System.Collections.Immutable;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>What happened during a sitting, as the delivery lists it: signals and chat, each on its own line.</summary>
internal sealed class SittingLines(Bundle bundle, BundleLimits limits)
{
    public Task<ImmutableArray<DeliveredSignal>> ReadSignalsAsync(string? file, CancellationToken ct) => ReadAsync(file, ReadSignal, ct);

    public Task<ImmutableArray<DeliveredMessage>> ReadChatAsync(string? file, CancellationToken ct) => ReadAsync(file, ReadMessage, ct);

    private static DeliveredSignal ReadSignal(JsonField line) => new(
        SittingTime.Read(line["at"], SittingTime.EarliestMoment),
        line["source"].OneOf<SignalSource>(FieldKind.Source),
        line["kind"].Text(),
        line["text"].OptionalText() ?? "",
        line["weight"].OptionalNumber(),
        line["data"].Raw());

    private static DeliveredMessage ReadMessage(JsonField line) => new(
        SittingTime.Read(line["at"], SittingTime.EarliestMoment),
        line["from"].OneOf<MessageFrom>(FieldKind.Sender),
        line["text"].Text());

    private async Task<ImmutableArray<T>> ReadAsync<T>(string? file, Func<JsonField, T> read, CancellationToken ct)
    {
        if (file is null) return [];
        if (bundle.Length(file) is null) throw RefusedDeliveryException.In(file, RefusalReason.MissingFile, Bundle.ManifestName);
        var lines = ImmutableArray.CreateBuilder<T>();
        await foreach (var line in new JsonLines(bundle, file, limits).ReadAsync(ct)) lines.Add(read(line));
        return lines.DrainToImmutable();
    }
}
