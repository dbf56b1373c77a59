using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>A case whose content is asked for, in the state it stands in.</summary>
public sealed record StandingCase(CaseId Id, SittingId Sitting, CaseState State)
{
    public static StandingCase Of(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return new(@case.Id, @case.Sitting, @case.State);
    }
}

/// <summary>
/// The fingerprint of everything that is kept about a case, table by table. Every step states it in its audit row; the verifier makes it again. The
/// tables are read off the model: whatever names a case or its sitting is in, so that a table cannot be forgotten.
/// </summary>
public static class CaseContent
{
    private static readonly ConditionalWeakTable<IModel, Part[]> Known = [];

    /// <inheritdoc cref="FingerprintsAsync"/>
    public static async Task<SortedDictionary<string, string>> FingerprintAsync(this PortalDb db, Case @case, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return (await db.FingerprintsAsync([StandingCase.Of(@case)], ct))[@case.Id];
    }

    /// <summary>For each of these cases the hash of every table that holds something of it, as it lies in the database now.</summary>
    public static async Task<IReadOnlyDictionary<CaseId, SortedDictionary<string, string>>> FingerprintsAsync(this PortalDb db, IReadOnlyCollection<StandingCase> cases, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(cases);
        var prints = cases.ToDictionary(item => item.Id, _ => new SortedDictionary<string, string>(StringComparer.Ordinal));
        var owners = cases.SelectMany(item => new[] { (Key: item.Id.Value, Case: item), (Key: item.Sitting.Value, Case: item) }).ToDictionary(pair => pair.Key, pair => pair.Case);
        var parts = Known.GetValue(db.Model, PartsOf);

        await db.Database.OpenConnectionAsync(ct);
        await using var command = Command(db, parts, cases);
        await using var reader = await command.ExecuteReaderAsync(ct);
        foreach (var part in parts)
        {
            var rows = new List<(StandingCase Case, string Row)>();
            while (await reader.ReadAsync(ct))
            {
                var owner = owners[reader.GetGuid(0)];
                if (part.Write(reader, owner.State) is { } row) rows.Add((owner, row));
            }

            foreach (var group in rows.GroupBy(row => row.Case, row => row.Row)) prints[group.Key.Id][part.Name] = Hash(group);
            await reader.NextResultAsync(ct);
        }

        await db.Database.CloseConnectionAsync();
        return prints;
    }

    // One command with one question per table: what is read belongs together.
    private static DbCommand Command(PortalDb db, Part[] parts, IReadOnlyCollection<StandingCase> cases)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var (ids, sittings) = (Parameters("c", cases.Select(item => item.Id.Value)), Parameters("s", cases.Select(item => item.Sitting.Value)));
        command.CommandText = string.Concat(parts.Select(part => $"{part.Select} IN ({(part.BySitting ? sittings : ids)});\n"));
        return command;

        string Parameters(string prefix, IEnumerable<Guid> values) => string.Join(',', values.Select((value, index) =>
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (FormattableString.Invariant($"@{prefix}{index}"), value);
            command.Parameters.Add(parameter);
            return parameter.ParameterName;
        }));
    }

    // Half of SHA-256 is enough against a second text with the same hash, and an audit row holds some twenty of them. In order of their text: the
    // database gives rows in any.
    private static string Hash(IEnumerable<string> rows) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(rows.Order(StringComparer.Ordinal)))[..16]);

    private static Part[] PartsOf(IModel model) =>
    [
        .. model.GetEntityTypes()
            // A signal is the supplier's question and carries nothing (I11); there can be thousands. What brings them comes and is linked between two steps.
            .Where(type => type.ClrType != typeof(Signal) && type.ClrType != typeof(SignalDelivery))
            // Figures are computed from what is in, and from a later version on of sittings that came in before it.
            .Where(type => type.ClrType != typeof(SittingFigures))
            // An order to make a decision known is about the case; what comes of it is a step, with a letter.
            .Where(type => type.ClrType != typeof(LetterBatchItem))
            .Select(type => (Type: type, Owner: OwnerOf(type)))
            .Where(pair => pair.Owner is not null)
            .Select(pair => Part.Of(pair.Type, pair.Owner!))
            .Append(Part.Linked(model.FindEntityType(typeof(Incident))!, model.FindEntityType(typeof(IncidentCase))!, nameof(IncidentCase.Case), bySitting: false))
            // What candidates were told and when proves own risk (art. 4.3a lid 3); the first delivery of an exam fixes it, and no later one changes it.
            .Append(Part.Linked(model.FindEntityType(typeof(Exam))!, model.FindEntityType(typeof(Sitting))!, nameof(Sitting.Id), bySitting: true))
            .OrderBy(part => part.Name, StringComparer.Ordinal),
    ];

    private static IProperty? OwnerOf(IEntityType type) =>
        type.GetProperties().FirstOrDefault(property => property.ClrType == typeof(CaseId) || property.ClrType == typeof(CaseId?)) ?? type.GetProperties().FirstOrDefault(property => property.ClrType == typeof(SittingId));

    /// <summary>One table, with the question for its rows up to whose they are.</summary>
    private sealed record Part(Type Type, string Name, string Select, bool BySitting, (string Name, bool MayBeNull)[] Columns)
    {
        public static Part Of(IEntityType type, IProperty owner) => Make(type, $"\"{type.GetTableName()}\".\"{owner.Name}\"", "", owner.ClrType == typeof(SittingId));

        /// <summary>What is not the case's own but was linked to it.</summary>
        public static Part Linked(IEntityType type, IEntityType link, string owner, bool bySitting)
        {
            var (table, key) = (link.GetTableName(), link.GetForeignKeys().Single(item => item.PrincipalEntityType == type));
            return Make(type, $"\"{table}\".\"{owner}\"", $" JOIN \"{table}\" ON \"{table}\".\"{key.Properties[0].Name}\" = \"{type.GetTableName()}\".\"{key.PrincipalKey.Properties[0].Name}\"", bySitting);
        }

        /// <summary>
        /// The row as text; null when nothing in it is fixed. What is empty is not written: a column that a later version adds leaves the fingerprint of
        /// older rows as it was. An answer that may be missing counts, also when it is no.
        /// </summary>
        public string? Write(DbDataReader reader, CaseState state)
        {
            var values = new Dictionary<string, object>(StringComparer.Ordinal);
            for (var at = 0; at < Columns.Length; at++)
            {
                if (!reader.IsDBNull(at + 1) && (reader.GetValue(at + 1) is var value && (Columns[at].MayBeNull || value is not (0L or "" or "[]" or false)))) values[Columns[at].Name] = value;
            }

            var row = new StoredRow(state, values);
            var written = values.Where(pair => !StillWritten.Is(Type, row, pair.Key)).Select(pair => new[] { pair.Key, Convert.ToString(pair.Value, CultureInfo.InvariantCulture) }).ToArray();
            return written.Length is 0 ? null : JsonSerializer.Serialize(written);
        }

        private static Part Make(IEntityType type, string owner, string join, bool bySitting)
        {
            var table = type.GetTableName()!;
            var columns = type.GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal).Where(property => !IsOwner(property, type)).ToArray();
            var named = string.Concat(columns.Select(property => $", \"{table}\".\"{property.GetColumnName()}\""));
            return new Part(type.ClrType, table, $"SELECT {owner}{named} FROM \"{table}\"{join} WHERE {owner}", bySitting, [.. columns.Select(property => (property.Name, property.IsNullable))]);
        }

        // Whose the row is says nothing in itself: a row of which only a draft exists is as good as none.
        private static bool IsOwner(IProperty property, IEntityType type) => type.ClrType != typeof(Case) && property.IsPrimaryKey() && property == OwnerOf(type);
    }
}
