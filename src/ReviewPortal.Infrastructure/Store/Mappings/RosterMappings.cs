using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Import.Rosters;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class EnrolmentMapping : IEntityTypeConfiguration<Enrolment>
{
    // No foreign key to the exam: a roster comes before the first recording of its test.
    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => new { item.Exam, item.StudentNumber }).IsUnique();
        builder.HasIndex(item => item.StudentNumber);
    }
}

internal sealed class RosterImportMapping : IEntityTypeConfiguration<RosterImport>
{
    public void Configure(EntityTypeBuilder<RosterImport> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.ReceivedAt);
    }
}
