using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.HasKey(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table =>
        {
            // UU-IR-6 and UU-IR-7: once signed, a sanction stands only beside fraud, and one person never signs twice.
            table.HasCheckConstraint("CK_SanctionOnlyWithFraud", "\"SignedAt\" IS NULL OR \"Sanction\" IS NULL OR \"Outcome\" = 'Fraud'");
            table.HasCheckConstraint("CK_SignedHasOutcome", "\"SignedAt\" IS NULL OR \"Outcome\" IS NOT NULL");
            table.HasCheckConstraint("CK_CoSignedAfterSigned", "\"CoSignedBy\" IS NULL OR \"SignedBy\" IS NOT NULL");
            table.HasCheckConstraint("CK_CoSignerIsAnother", "\"CoSignedBy\" IS NULL OR \"CoSignedBy\" <> \"SignedBy\"");
        });
        builder.Ignore(item => item.Draft);
        builder.Ignore(item => item.Retake);
        builder.Ignore(item => item.Weight);
    }
}

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.HasKey(item => item.Id);
        // One letter of a kind in a language at a moment; it also answers "the letters of this case".
        builder.HasIndex(item => new { item.Case, item.PublishedAt, item.Kind, item.Language }).IsUnique();
        builder.Property(item => item.Code).HasMaxLength(LetterCode.Length);
        builder.HasIndex(item => item.Code).IsUnique();
        // A decision never goes out without the day until which one can appeal (Awb 3:45).
        builder.ToTable(table => table.HasCheckConstraint("CK_DecisionHasLastDay",
            "\"AppealBy\" IS NOT NULL OR \"Kind\" NOT IN ('Valid', 'IrregularityUniversity', 'IrregularityForceMajeure', 'IrregularityOwnRisk', 'FraudInvalid', 'FraudSanction', 'FraudProposal')"));
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        // Of a case or of a request, and never of both or of none.
        builder.HasOne<FacilityRequest>().WithMany().HasForeignKey(item => item.Request).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table => table.HasCheckConstraint("CK_LetterOfOne", "(\"Case\" IS NULL) <> (\"Request\" IS NULL)"));
        builder.Ignore(item => item.Subject);
        builder.HasOne<KeptFile>().WithMany().HasForeignKey(item => item.Sha256).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KeptFileMapping : IEntityTypeConfiguration<KeptFile>
{
    public void Configure(EntityTypeBuilder<KeptFile> builder) => builder.HasKey(item => item.Sha256);
}
