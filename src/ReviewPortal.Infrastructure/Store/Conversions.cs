using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Retention;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Import.Rosters;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>How the values of Core are written into columns: identities as GUIDs, enumerations as words, lists as JSON.</summary>
internal static class Conversions
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerOptions.Web) { Converters = { new FragmentJson() } };

    public static void Add(ModelConfigurationBuilder builder)
    {
        builder.Properties<CaseId>().HaveConversion<CaseIdConverter>();
        builder.Properties<SittingId>().HaveConversion<SittingIdConverter>();
        builder.Properties<PersonId>().HaveConversion<PersonIdConverter>();
        builder.Properties<CaseNumber>().HaveConversion<CaseNumberConverter>();
        builder.Properties<FacilityNumber>().HaveConversion<FacilityNumberConverter>();
        builder.Properties<LetterCode>().HaveConversion<LetterCodeConverter>();

        AddWords<CaseState>(builder);
        AddWords<CaseAction>(builder);
        AddWords<Role>(builder);
        AddWords<TrackRole>(builder);
        AddWords<SignalSource>(builder);
        AddWords<MeasuringEnd>(builder);
        AddWords<RecordingDamage>(builder);
        AddWords<RecordingFlaws>(builder);
        AddWords<MessageFrom>(builder);
        AddWords<MaskReason>(builder);
        AddWords<QuarantineEnd>(builder);
        AddWords<DeliveryVerdict>(builder);
        AddWords<CoverageScope>(builder);
        AddWords<SpeedClass>(builder);
        AddWords<SecondOpinion>(builder);
        AddWords<Suspicion>(builder);
        AddWords<IdentityCheck>(builder);
        AddWords<ViewForm>(builder);
        AddWords<AttachmentUse>(builder);
        AddWords<AttachmentType>(builder);
        AddWords<SigningMethod>(builder);
        AddWords<InformationSource>(builder);
        AddWords<Outcome>(builder);
        AddWords<Grounds43a>(builder);
        AddWords<Attribution>(builder);
        AddWords<LetterKind>(builder);
        AddWords<RefusalKind>(builder);
        AddWords<ViewWaiver>(builder);
        AddWords<RetakeRight>(builder);
        AddWords<SendingChannel>(builder);
        AddWords<MessageKind>(builder);
        AddWords<MailEnd>(builder);
        AddWords<ReportStand>(builder);
        AddWords<ReportResult>(builder);
        AddWords<ReportSign>(builder);
        AddWords<AppealBody>(builder);
        AddWords<ObjectionOutcome>(builder);
        AddWords<NoHearing>(builder);
        AddWords<DisclosureGround>(builder);
        AddWords<Ruling>(builder);
        AddWords<Language>(builder);
        AddWords<UploadState>(builder);
        AddWords<Attendance>(builder);
        AddWords<FacilityState>(builder);
        AddWords<FacilityAction>(builder);
        AddWords<FacilityReason>(builder);

        AddList<string>(builder);
        AddList<double>(builder);
        AddList<long>(builder);
        AddList<Mask>(builder);
        AddList<Break>(builder);
        AddList<Instruction>(builder);
        AddList<Fragment>(builder);
        AddList<Allowance>(builder);
        AddList<RosterProblem>(builder);
        AddList<SessionMember>(builder);
        AddList<InterimMeasure>(builder);
        AddList<UploadLine>(builder);
        builder.Properties<Sanction>().HaveConversion<Json<Sanction>>();
        builder.Properties<Institution>().HaveConversion<Json<Institution>>();
        builder.Properties<Consultation>().HaveConversion<Json<Consultation>>();
        builder.Properties<FacilityAssessment>().HaveConversion<Json<FacilityAssessment>>();
        builder.Properties<FacilityView>().HaveConversion<Json<FacilityView>>();
        builder.Properties<FacilityDecision>().HaveConversion<Json<FacilityDecision>>();
        builder.Properties<DecisionDraft>().HaveConversion<Json<DecisionDraft>>();
    }

    private static void AddWords<T>(ModelConfigurationBuilder builder)
        where T : struct, Enum =>
        builder.Properties<T>().HaveConversion<string>().HaveMaxLength(64);

    private static void AddList<T>(ModelConfigurationBuilder builder) =>
        builder.Properties<ImmutableArray<T>>().HaveConversion<JsonList<T>, JsonListComparer<T>>();

    private sealed class CaseIdConverter() : ValueConverter<CaseId, Guid>(id => id.Value, value => new CaseId(value));

    private sealed class SittingIdConverter() : ValueConverter<SittingId, Guid>(id => id.Value, value => new SittingId(value));

    private sealed class PersonIdConverter() : ValueConverter<PersonId, Guid>(id => id.Value, value => new PersonId(value));

    // One sortable number, year first: 2026-0158 is 2026000158.
    private sealed class CaseNumberConverter() : ValueConverter<CaseNumber, long>(
        number => (number.Year * 1_000_000L) + number.Sequence,
        value => new CaseNumber((int)(value / 1_000_000), (int)(value % 1_000_000)));

    private sealed class FacilityNumberConverter() : ValueConverter<FacilityNumber, long>(
        number => (number.Year * 1_000_000L) + number.Sequence,
        value => new FacilityNumber((int)(value / 1_000_000), (int)(value % 1_000_000)));

    private sealed class LetterCodeConverter() : ValueConverter<LetterCode, string>(
        code => code.Compact,
        text => LetterCode.Parse(text)!.Value);

    private sealed class Json<T>() : ValueConverter<T, string>(
        value => JsonSerializer.Serialize(value, Written),
        text => JsonSerializer.Deserialize<T>(text, Written)!);

    private sealed class JsonList<T>() : ValueConverter<ImmutableArray<T>, string>(
        list => JsonSerializer.Serialize(list, Written),
        // Rows from before there was a column for the list hold nothing.
        text => text.Length == 0 ? ImmutableArray<T>.Empty : JsonSerializer.Deserialize<ImmutableArray<T>>(text, Written));

    private sealed class JsonListComparer<T>() : ValueComparer<ImmutableArray<T>>(
        (a, b) => a.SequenceEqual(b),
        list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
        list => list);
}

/// <summary>A fragment as its two bounds: [12.5, 30].</summary>
internal sealed class FragmentJson : JsonConverter<Fragment>
{
    public override Fragment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var bounds = JsonSerializer.Deserialize<double[]>(ref reader, options);
        return bounds is [var from, var to] ? new Fragment(from, to) : throw new JsonException("A fragment has two bounds");
    }

    public override void Write(Utf8JsonWriter writer, Fragment value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.From);
        writer.WriteNumberValue(value.To);
        writer.WriteEndArray();
    }
}

/// <summary>A moment as ticks of UTC; the offset is not kept, because every page shows Amsterdam.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    moment => moment.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
